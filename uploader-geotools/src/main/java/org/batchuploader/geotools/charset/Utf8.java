package org.batchuploader.geotools.charset;

/** UTF-8 as RFC 3629 has it: nothing overlong, no surrogates, nothing above U+10FFFF. */
final class Utf8 {
    private Utf8() {}

    /** Whether the bytes are UTF-8; a character that the end cuts off is no fault. */
    static boolean fits(byte[] bytes, int offset, int length) {
        int end = offset + length;
        int at = offset;
        while (at < end) {
            int lead = bytes[at++];
            if (lead < 0) {
                int more = following(lead & 0xFF);
                if (more == 0) {
                    return false;
                }
                for (int i = 0; i < more && at < end; i++, at++) {
                    int next = bytes[at] & 0xFF;
                    if (i == 0 ? !isSecond(lead & 0xFF, next) : (next & 0xC0) != 0x80) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static int following(int lead) {
        return lead < 0xC2 || lead > 0xF4 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    }

    private static boolean isSecond(int lead, int next) {
        int least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        return next >= least && next <= most;
    }
}
