package org.batchuploader.app.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.geotools.crs.Transformer;
import org.geotools.api.referencing.FactoryException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code uploader fakes}: a GeoServer, a GeoNode and a GeoNetwork that only remember, for trying things. They come with
 * libraries for tests, which lie in a folder of their own and are loaded by this command alone; no logging is among them.
 */
@Command(
        name = "fakes",
        description = "Starts stand-ins for GeoServer, GeoNode and GeoNetwork that remember what they are told.",
        mixinStandardHelpOptions = true)
final class FakesCommand implements Callable<Integer> {
    private static final String FOLDER = "lib-fakes";
    private static final String FAKES = "org.batchuploader.testkit.fake.Fakes";

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8600",
            description = "of the first, the others follow; 0 for any that are free (usually ${DEFAULT-VALUE})")
    int port;

    @Override
    public Integer call() throws Exception {
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        try (URLClassLoader loader = new URLClassLoader(libraries(), ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            BiFunction<String, double[], double[]> toDegrees = FakesCommand::toDegrees;
            loader.loadClass(FAKES)
                    .getMethod("serve", int.class, BiFunction.class)
                    .invoke(null, port, toDegrees);
        }
        return 0;
    }

    private static double[] toDegrees(String code, double[] box) {
        try {
            return Transformer.from(code)
                    .transform(new Envelope(box[0], box[1], box[2], box[3]))
                    .map(degrees -> new double[] {degrees.minX(), degrees.minY(), degrees.maxX(), degrees.maxY()})
                    .orElseGet(() -> new double[0]);
        } catch (FactoryException unknown) {
            return new double[0];
        }
    }

    private static URL[] libraries() throws IOException, URISyntaxException {
        Path program = Path.of(FakesCommand.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path folder = program.resolveSibling(FOLDER);
        if (!Files.isDirectory(folder)) {
            throw new CommandFailed("there is no folder " + folder + ", which the packaged program has");
        }
        List<URL> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                found.add(file.toUri().toURL());
            }
        }
        return found.toArray(new URL[0]);
    }
}
