package org.batchuploader.geotools;

import org.batchuploader.core.inspect.DatasetInspector;
import org.batchuploader.testkit.inspect.DatasetInspectorContract;

class GeoToolsInspectorTest extends DatasetInspectorContract {
    private final DatasetInspector inspector = new GeoToolsInspector();

    @Override
    protected DatasetInspector inspector() {
        return inspector;
    }
}
