package org.batchuploader.testkit.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.batchuploader.testkit.fake.Fault;
import org.batchuploader.testkit.fake.Faults;
import org.batchuploader.testkit.sample.SampleShapefile;
import org.batchuploader.testkit.sample.SampleZip;

/** What somebody does with one layer, which takes a part of the way. */
public enum Scene {
    /** A zipped shapefile is sent over HTTP until it is acknowledged. */
    PUBLISH {
        @Override
        void act(Sender sender) throws Exception {
            sender.send(sample(sender));
        }
    },
    /** What was published is cancelled until that is acknowledged. */
    TAKE_DOWN {
        @Override
        void prepare(Sender sender) throws Exception {
            published(sender);
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
            sender.send(sample(sender).crs(null));
            sender.settled();
            sender.correct("{\"crs\":\"EPSG:4326\"}");
        }
    },
    /** A system that is down at first. */
    TROUBLE {
        @Override
        void act(Sender sender) throws Exception {
            lastSystem(sender).once(LAST_CALL, Fault.DOWN);
            PUBLISH.act(sender);
        }
    },
    /** As the first, over FTP. */
    DROP {
        @Override
        void act(Sender sender) throws Exception {
            sender.drop(sample(sender));
        }
    },
    /** The last system refuses, and what was done is undone; when it takes layers again its owner asks for another try. */
    RETRY {
        @Override
        void act(Sender sender) throws Exception {
            lastSystem(sender).on(LAST_CALL, Fault.REFUSE);
            PUBLISH.act(sender);
            sender.settled();
            lastSystem(sender).off(LAST_CALL);
            sender.retry();
        }
    },
    /** What was published is sent anew with other content. */
    REPLACE {
        @Override
        void prepare(Sender sender) throws Exception {
            published(sender);
        }

        @Override
        void act(Sender sender) throws Exception {
            sender.drop(sample(sender).rows(7));
        }
    },
    /** What was published is taken down, and sent again before it is gone. */
    AGAIN {
        @Override
        void prepare(Sender sender) throws Exception {
            published(sender);
        }

        @Override
        void act(Sender sender) throws Exception {
            sender.cancel();
            sender.send(sample(sender));
        }
    };

    /** What GeoNetwork is asked to store a record. */
    private static final String LAST_CALL = "put";

    private static final Pattern DATASET = Pattern.compile("\"datasets\":\\[\\{\"id\":\"([0-9a-z]{20})\"");

    /** What comes before anything goes wrong. */
    void prepare(Sender sender) throws Exception {}

    abstract void act(Sender sender) throws Exception;

    /** The state in which its upload ends. */
    String ending() {
        return this == TAKE_DOWN ? "CANCELLED" : "PUBLISHED";
    }

    private static SampleShapefile sample(Sender sender) {
        return SampleShapefile.points(sender.name()).rows(5);
    }

    private static void published(Sender sender) throws Exception {
        PUBLISH.act(sender);
        sender.settled();
    }

    private static Faults lastSystem(Sender sender) {
        return sender.house().fakes().geoNetwork().faults();
    }

    static String dataset(String upload) throws IOException {
        Matcher found = DATASET.matcher(upload);
        if (!found.find()) {
            throw new IOException("no dataset in " + upload);
        }
        return found.group(1);
    }

    static Path zip(Path folder, SampleShapefile sample, String name) throws IOException {
        List<Path> files = sample.writeTo(Files.createDirectories(folder.resolve(name)));
        return new SampleZip().files(files).writeTo(folder.resolve(name + ".zip"));
    }
}
