package org.batchuploader.testkit.fake;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import org.batchuploader.core.inspect.Envelope;

/**
 * The three fakes of a chain, which know of each other what the real ones do: GeoNode finds the layers that GeoServer has, and
 * GeoServer reads the tables of a real database where its stores name one.
 * As a program they run until it is ended; see the command {@code fakes}.
 */
public final class Fakes implements AutoCloseable {
    public static final String GEOSERVER_USER = "admin";
    public static final String GEOSERVER_PASSWORD = "geoserver";

    private final FakeGeoServer geoServer;
    private final FakeGeoNode geoNode;
    private final FakeGeoNetwork geoNetwork;

    /** @param port of the first, the others follow; 0 for any that are free */
    public Fakes(int port) {
        geoServer = new FakeGeoServer(port)
                .credentials(GEOSERVER_USER, GEOSERVER_PASSWORD)
                .tables(new PostgisTables());
        geoNode = new FakeGeoNode(port == 0 ? 0 : port + 1).seeing(geoServer::layers);
        geoNetwork = new FakeGeoNetwork(port == 0 ? 0 : port + 2);
    }

    public FakeGeoServer geoServer() {
        return geoServer;
    }

    public FakeGeoNode geoNode() {
        return geoNode;
    }

    public FakeGeoNetwork geoNetwork() {
        return geoNetwork;
    }

    public List<FakeSystem> all() {
        return List.of(geoServer, geoNode, geoNetwork);
    }

    /** The configuration of a service that uses them, in YAML. */
    public String configuration() {
        return """
                geoserver: {url: "%s", user: %s, password: %s}
                geonode: {url: "%s", user: %s, password: %s, ownerOfUnknown: %s}
                geonetwork: {url: "%s", user: %s, password: %s}
                """
                .formatted(
                        geoServer.address(),
                        GEOSERVER_USER,
                        GEOSERVER_PASSWORD,
                        geoNode.address(),
                        FakeGeoNode.ADMINISTRATOR,
                        FakeGeoNode.PASSWORD,
                        FakeGeoNode.ADMINISTRATOR,
                        geoNetwork.address(),
                        FakeGeoNetwork.USER,
                        FakeGeoNetwork.PASSWORD);
    }

    @Override
    public void close() {
        all().forEach(FakeSystem::close);
    }

    /**
     * Runs them until the program is ended. The caller may come from another class loader, so it speaks in types of the JDK.
     *
     * @param port of the first
     * @param toDegrees from a code and a box in that CRS (minX, minY, maxX, maxY) to degrees, longitude first; empty for none
     */
    public static void serve(int port, BiFunction<String, double[], double[]> toDegrees) throws InterruptedException {
        try (Fakes fakes = new Fakes(port)) {
            fakes.geoServer.transforms((code, box) -> {
                double[] found = toDegrees.apply(code, new double[] {box.minX(), box.minY(), box.maxX(), box.maxY()});
                return found.length == 0
                        ? Optional.empty()
                        : Optional.of(new Envelope(found[0], found[1], found[2], found[3]));
            });
            fakes.explain(System.out);
            new CountDownLatch(1).await();
        }
    }

    private void explain(PrintStream out) {
        out.println("# Save these lines as fakes.yaml and start: ./uploader serve --config fakes.yaml");
        out.print(configuration());
        out.println("# What they hold, and how they are made to misbehave:");
        for (FakeSystem fake : all()) {
            String root = fake.address().resolve("/__fake/").toString();
            out.println("#   curl " + root + "state");
            out.println("#   curl -X PUT '" + root + "faults/OPERATION/FAULT?times=1'");
            out.println("#   curl -X DELETE " + root + "faults");
        }
        out.println(
                "# OPERATION is one that the class names, or *; FAULT is refuse, down, broken, hang, drip, reset, lose_answer or lie.");
        out.println("# ready");
        out.flush();
    }
}
