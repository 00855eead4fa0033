package org.batchuploader.core.doctor;

import java.util.List;

/** Looks at one system that takes part, and changes nothing in it. */
public interface Checkup {
    /** As an administrator knows it ("GeoServer"). */
    String system();

    /** In the order a newcomer would look. Throws nothing: trouble is a finding. Takes a bounded time. */
    List<Finding> examine();
}
