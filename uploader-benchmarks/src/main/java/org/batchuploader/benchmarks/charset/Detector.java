package org.batchuploader.benchmarks.charset;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.batchuploader.core.inspect.Envelope;
import org.batchuploader.geotools.charset.CharsetGuess;
import org.batchuploader.geotools.charset.CharsetRanking;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/** Who says in which character set texts are; nothing when it does not know. */
interface Detector {
    String name();

    /** @param area where the texts are from; most detectors cannot use it */
    List<Answer> detect(List<byte[]> texts, @Nullable Envelope area);

    /** @param confidence in [0, 1], as the detector states it */
    record Answer(String charset, double confidence) {
        boolean reads(Corpus.Table table) {
            return Charset.isSupported(charset)
                    && table.texts().stream().allMatch(text -> new String(text, Charset.forName(charset))
                            .equals(new String(text, table.charset())));
        }
    }

    /** Ours, by the bytes alone. */
    static Detector ours() {
        return named("ours", (texts, area) -> {
            List<CharsetGuess> guesses = CharsetRanking.rank(
                    texts.stream().filter(text -> !isPlain(text)).toList(),
                    texts.stream().filter(Detector::isPlain).toList(),
                    area,
                    Optional.empty());
            return guesses.stream()
                    .map(guess -> new Answer(guess.charset().name(), guess.confidence()))
                    .toList();
        });
    }

    static Detector icu() {
        return named("ICU4J", (texts, area) -> {
            CharsetMatch match = new CharsetDetector().setText(joined(texts)).detect();
            return match == null ? List.of() : List.of(new Answer(match.getName(), match.getConfidence() / 100.0));
        });
    }

    static Detector mozilla() {
        return named("juniversalchardet", (texts, area) -> {
            var detector = new UniversalDetector();
            byte[] bytes = joined(texts);
            detector.handleData(bytes, 0, bytes.length);
            detector.dataEnd();
            String charset = detector.getDetectedCharset();
            return charset == null ? List.of() : List.of(new Answer(charset, 1));
        });
    }

    private static Detector named(String name, BiFunction<List<byte[]>, @Nullable Envelope, List<Answer>> detection) {
        return new Detector() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<Answer> detect(List<byte[]> texts, @Nullable Envelope area) {
                return detection.apply(texts, area);
            }
        };
    }

    private static boolean isPlain(byte[] text) {
        for (byte b : text) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static byte[] joined(List<byte[]> texts) {
        var bytes = new ByteArrayOutputStream();
        for (byte[] text : texts) {
            bytes.writeBytes(text);
            bytes.write('\n');
        }
        return bytes.toByteArray();
    }
}
