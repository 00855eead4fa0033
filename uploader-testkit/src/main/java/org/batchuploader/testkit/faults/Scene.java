package org.batchuploader.testkit.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.batchuploader.testkit.fake.Fault;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.batchuploader.testkit.sample.SampleZip;

/** What somebody does with one layer, which takes a part of the way. */
enum Scene {
    /** A zipped shapefile is sent until it is acknowledged. */
    PUBLISH {
        @Override
        void act(Sender sender) throws Exception {
            sender.send(SampleShapefile.points(sender.name()));
        }
    },
    /** What was published is cancelled until that is acknowledged. */
    TAKE_DOWN {
        @Override
        void prepare(Sender sender) throws Exception {
            PUBLISH.act(sender);
            sender.settled();
        }

        @Override
        void act(Sender sender) throws Exception {
            sender.cancel();
        }
    },
    /** Without a projection, which is supplied when it is asked for. */
    MEND {
        @Override
        void act(Sender sender) throws Exception {
            sender.send(SampleShapefile.points(sender.name()).crs(null));
            sender.settled();
            sender.correct("{\"crs\":\"EPSG:4326\"}");
        }
    },
    /** A system that is down at first. */
    TROUBLE {
        @Override
        void act(Sender sender) throws Exception {
            sender.house().fakes().geoNetwork().faults().once("put", Fault.DOWN);
            PUBLISH.act(sender);
        }
    };

    private static final Pattern DATASET = Pattern.compile("\"datasets\":\\[\\{\"id\":\"([0-9a-z]{20})\"");

    /** What comes before anything goes wrong. */
    void prepare(Sender sender) throws Exception {}

    abstract void act(Sender sender) throws Exception;

    /** The state in which its upload ends. */
    String ending() {
        return this == TAKE_DOWN ? "CANCELLED" : "PUBLISHED";
    }

    static String dataset(String upload) throws IOException {
        Matcher found = DATASET.matcher(upload);
        if (!found.find()) {
            throw new IOException("no dataset in " + upload);
        }
        return found.group(1);
    }

    static Path zip(Path folder, SampleShapefile sample, String name) throws IOException {
        List<Path> files = sample.rows(5).writeTo(Files.createDirectories(folder.resolve(name)));
        return new SampleZip().files(files).writeTo(folder.resolve(name + ".zip"));
    }
}
