package org.batchuploader.postgis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimalsTest {
    @Test
    void a_number_is_its_digits_to_the_base_of_ten_thousand() {
        assertThat(put(1_234_567, 2)).containsExactly(0, 3, 0, 1, 0, 0, 0, 2, 0, 1, 0x09, 0x29, 0x1A, 0x2C);
    }

    @Test
    void zeros_before_and_behind_are_not_written_and_the_scale_is_kept() {
        assertThat(put(0, 6)).containsExactly(0, 0, 0, 0, 0, 0, 0, 6);
        assertThat(put(10_000, 0)).containsExactly(0, 1, 0, 1, 0, 0, 0, 0, 0, 1);
        assertThat(put(-5, 5)).containsExactly(0, 1, 0xFF, 0xFE, 0x40, 0, 0, 5, 0x13, 0x88);
    }

    @Test
    void every_number_of_eighteen_digits_is_read_as_it_was_written() {
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            long unscaled = random.nextLong() % (long) Math.pow(10, random.nextInt(19));
            int scale = random.nextInt(Decimals.SCALE + 1);
            BigDecimal number = BigDecimal.valueOf(unscaled, scale);

            assertThat(read(bytes(unscaled, scale))).isEqualTo(number);
            assertThat(Decimals.bytes(number)).isEqualTo(bytes(unscaled, scale));
        }
    }

    @Test
    void numbers_of_any_size_are_read_as_they_were_written() {
        for (String text : new String[] {
            "1e40",
            "-1e40",
            "0.000000000000000000000000012",
            "123456789012345678901234567890.12345678901234567890",
            "0E-20",
            "1200"
        }) {
            var number = new BigDecimal(text);

            assertThat(read(Decimals.bytes(number))).isEqualTo(number.setScale(Math.max(0, number.scale())));
        }
    }

    private static int[] put(long unscaled, int scale) {
        byte[] bytes = bytes(unscaled, scale);
        int[] unsigned = new int[bytes.length];
        Arrays.setAll(unsigned, i -> bytes[i] & 0xFF);
        return unsigned;
    }

    private static byte[] bytes(long unscaled, int scale) {
        byte[] out = new byte[3 + Decimals.ROOM];
        int length = Decimals.put(out, 3, unscaled, scale);
        return Arrays.copyOfRange(out, 3, 3 + length);
    }

    /** As PostgreSQL's documentation of the type has it. */
    private static BigDecimal read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int count = in.getShort();
        int weight = in.getShort();
        int sign = in.getShort();
        int scale = in.getShort();
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < count; i++) {
            int digit = in.getShort();
            assertThat(digit).isBetween(0, 9999);
            assertThat(i > 0 && i < count - 1 ? 1 : digit).isNotZero();
            int power = 4 * (weight - i);
            sum = sum.add(
                    power < 0
                            ? BigDecimal.valueOf(digit).movePointLeft(-power)
                            : new BigDecimal(BigInteger.TEN.pow(power)).multiply(BigDecimal.valueOf(digit)));
        }
        assertThat(in.hasRemaining()).isFalse();
        return (sign == 0x4000 ? sum.negate() : sum).setScale(scale);
    }
}
