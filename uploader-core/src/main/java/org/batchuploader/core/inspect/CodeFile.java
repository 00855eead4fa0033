package org.batchuploader.core.inspect;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.batchuploader.core.bundle.PartName;

/**
 * A file {@code roads.epsg} with nothing in it but the code of the CRS that {@code roads} is in, {@code EPSG:2056} or
 * {@code 2056}, in ASCII: its owner's correction, sent as a file.
 */
public final class CodeFile {
    /** More bytes than any code has. */
    public static final int LONGEST = 100;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CodeFile() {}

    /** The code that these bytes are, if it is one that data can be in. */
    public static Optional<String> code(byte[] bytes, DatasetInspector inspector) {
        if (bytes.length > LONGEST) {
            return Optional.empty();
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        String code = (text.indexOf(BYTE_ORDER_MARK) == 0 ? text.substring(1) : text)
                .strip()
                .toUpperCase(Locale.ROOT);
        boolean number = !code.isEmpty() && code.chars().allMatch(c -> c >= '0' && c <= '9');
        return inspector.crs(number ? "EPSG:" + code : code).map(CoordinateReferenceSystem::code);
    }

    /** As the inspector looks at files of that name, and refuses a code file that holds no code. */
    public static FirstLook look(String fileName, DatasetInspector inspector) {
        return PartName.of(fileName).isCode() ? new Look(fileName, inspector) : inspector.look(fileName);
    }

    private static final class Look implements FirstLook {
        private final String fileName;
        private final DatasetInspector inspector;
        private final ByteArrayOutputStream seen = new ByteArrayOutputStream();

        Look(String fileName, DatasetInspector inspector) {
            this.fileName = fileName;
            this.inspector = inspector;
        }

        @Override
        public void see(ByteBuffer bytes) {
            byte[] next = new byte[Math.min(bytes.remaining(), LONGEST + 1 - seen.size())];
            bytes.duplicate().get(next);
            seen.writeBytes(next);
        }

        @Override
        public void end() throws ArrivalRefused {
            if (code(seen.toByteArray(), inspector).isEmpty()) {
                throw new ArrivalRefused(
                        Problem.of(
                                        ProblemCode.CRS_UNRECOGNISED,
                                        fileName + " does not hold the code of a coordinate reference system we know.")
                                .withHint(
                                        "It holds one code and nothing else, such as EPSG:2056; what you sent before is kept."));
            }
        }
    }
}
