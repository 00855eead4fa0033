package org.batchuploader.app.cli;

import java.nio.file.Path;
import java.util.Map;
import org.batchuploader.app.config.ConfigurationLoader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that say which service is meant. */
final class SharedOptions {
    @Option(
            names = "--data",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "the folder where everything is kept")
    @Nullable Path data;

    @Option(
            names = "--config",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "the configuration, in YAML")
    @Nullable Path config;

    ConfigurationLoader loader() {
        return loader(System.getenv());
    }

    ConfigurationLoader loader(Map<String, String> environment) {
        return new ConfigurationLoader().file(config).environment(environment).option("data.folder", data, "--data");
    }
}
