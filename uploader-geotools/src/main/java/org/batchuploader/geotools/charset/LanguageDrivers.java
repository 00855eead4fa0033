package org.batchuploader.geotools.charset;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The language driver byte of dBASE tables (offset 29), after the tables in dBASE's and Visual FoxPro's documents and
 * ESRI's use of them. Kamenický (0x68) and Mazovia (0x69) are known to nobody's Java and say nothing here.
 */
final class LanguageDrivers {
    /** Means "whatever this Windows is set to"; written by programs that do not care. */
    static final int ANSI = 0x57;

    private static final Map<Integer, String> CHARSETS = new HashMap<>();

    static {
        drivers("IBM437", 0x01, 0x09, 0x0B, 0x0D, 0x0F, 0x11, 0x15, 0x18, 0x19, 0x1B);
        drivers("IBM850", 0x02, 0x0A, 0x0E, 0x10, 0x12, 0x14, 0x16, 0x1A, 0x1D, 0x25, 0x37);
        drivers("IBM852", 0x1F, 0x22, 0x23, 0x40, 0x64, 0x87);
        drivers("IBM857", 0x6B, 0x88);
        drivers("IBM860", 0x24);
        drivers("IBM861", 0x67);
        drivers("IBM863", 0x1C, 0x6C);
        drivers("IBM865", 0x08, 0x17, 0x66);
        drivers("IBM866", 0x26, 0x65);
        drivers("x-IBM737", 0x6A, 0x86);
        drivers("windows-1250", 0xC8);
        drivers("windows-1251", 0xC9);
        drivers("windows-1252", 0x03, 0x57, 0x58, 0x59);
        drivers("windows-1253", 0xCB);
        drivers("windows-1254", 0xCA);
        drivers("windows-1255", 0x7D);
        drivers("windows-1256", 0x7E);
        drivers("windows-1257", 0xCC);
        drivers("x-windows-874", 0x50, 0x7C);
        drivers("windows-31j", 0x13, 0x7B);
        drivers("GBK", 0x4D, 0x7A);
        drivers("x-windows-949", 0x4E, 0x79);
        drivers("x-windows-950", 0x4F, 0x78);
        drivers("x-MacRoman", 0x04);
        drivers("x-MacCyrillic", 0x96);
        drivers("x-MacCentralEurope", 0x97);
        drivers("x-MacGreek", 0x98);
    }

    private LanguageDrivers() {}

    private static void drivers(String charset, int... ids) {
        for (int id : ids) {
            CHARSETS.put(id, charset);
        }
    }

    /** The Java name of the set; nothing for 0 and for what no document names. */
    static Optional<String> find(int id) {
        return Optional.ofNullable(CHARSETS.get(id));
    }
}
