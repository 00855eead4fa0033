package org.batchuploader.geotools.geojson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import java.io.IOException;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/** Values of properties. */
final class Values {
    /** Properties of one feature. */
    static final int MOST = 2000;

    private Values() {}

    /** The value the parser stands on, read to its end; lists and objects as the JSON they are. */
    static @Nullable Object read(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT ->
                json.getNumberType() == NumberType.BIG_INTEGER ? json.getText() : (Object) json.getLongValue();
            case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case START_ARRAY, START_OBJECT -> structure(json);
            default -> null;
        };
    }

    private static String structure(JsonParser json) throws IOException {
        var text = new StringWriter();
        try (JsonGenerator out = new com.fasterxml.jackson.core.JsonFactory().createGenerator(text)) {
            out.copyCurrentStructure(json);
        }
        return text.toString();
    }
}
