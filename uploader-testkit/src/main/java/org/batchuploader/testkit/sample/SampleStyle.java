package org.batchuploader.testkit.sample;

/** The text of a Styled Layer Descriptor for polygons and points, as desktop software writes it. */
public final class SampleStyle {
    private final String version;
    private String title = "Roads";
    private String graphic = "<Mark><WellKnownName>circle</WellKnownName></Mark>";

    private SampleStyle(String version) {
        this.version = version;
    }

    /** @param version {@code 1.0.0} or {@code 1.1.0} */
    public static SampleStyle ofVersion(String version) {
        return new SampleStyle(version);
    }

    public SampleStyle title(String words) {
        this.title = words;
        return this;
    }

    /** What stands inside the {@code Graphic} of the points. */
    public SampleStyle graphic(String xml) {
        this.graphic = xml;
        return this;
    }

    public String text() {
        String se = version.equals("1.1.0") ? "http://www.opengis.net/se" : "http://www.opengis.net/sld";
        String parameter = version.equals("1.1.0") ? "SvgParameter" : "CssParameter";
        return "<StyledLayerDescriptor version=\"" + version + "\" xmlns=\"http://www.opengis.net/sld\""
                + " xmlns:ogc=\"http://www.opengis.net/ogc\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">"
                + "<NamedLayer><Name>roads</Name><UserStyle><Title>" + title + "</Title>"
                + "<FeatureTypeStyle xmlns=\"" + se + "\"><Rule>"
                + "<ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>NAME</ogc:PropertyName>"
                + "<ogc:Literal>A: B</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>"
                + "<PolygonSymbolizer><Fill><" + parameter + " name=\"fill\">#3366aa</" + parameter
                + "></Fill></PolygonSymbolizer>"
                + "<PointSymbolizer><Graphic>" + graphic + "<Size>6</Size></Graphic></PointSymbolizer>"
                + "</Rule></FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>";
    }
}
