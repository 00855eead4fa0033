package org.batchuploader.app.api;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.util.stream.Collectors;

/** What is wrong with JSON that somebody sent, in words that know nothing of our classes. */
final class Mistakes {
    private Mistakes() {}

    static String sentence(IOException mistake) {
        if (mistake instanceof UnrecognizedPropertyException unknown) {
            return "\"" + unknown.getPropertyName() + "\" is no key here; the keys are "
                    + unknown.getKnownPropertyIds().stream()
                            .map(Object::toString)
                            .sorted()
                            .collect(Collectors.joining(", "))
                    + ".";
        }
        if (mistake instanceof MismatchedInputException mismatch
                && !mismatch.getPath().isEmpty()) {
            return "\"" + key(mismatch) + "\" must be " + kind(mismatch.getTargetType()) + ".";
        }
        if (mistake instanceof JsonParseException broken && !(mistake instanceof JsonEOFException)) {
            return "This is not JSON: something is wrong in line "
                    + broken.getLocation().getLineNr() + ", column "
                    + broken.getLocation().getColumnNr() + ".";
        }
        return mistake instanceof JsonEOFException
                ? "The JSON breaks off before its end."
                : "A JSON object is expected.";
    }

    private static String key(JsonMappingException mismatch) {
        return mismatch.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .map(String::valueOf)
                .collect(Collectors.joining("."));
    }

    private static String kind(Class<?> type) {
        return type == String.class
                ? "a text"
                : type == Boolean.class || type == boolean.class
                        ? "true or false"
                        : Number.class.isAssignableFrom(type) || type.isPrimitive()
                                ? "a number"
                                : "a JSON value of another kind";
    }
}
