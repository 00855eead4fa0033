package org.batchuploader.core.feature;

/** Types of attributes. */
public enum ValueType {
    TEXT,
    /** A whole number of 32 bits. */
    INTEGER,
    /** A whole number of 64 bits. */
    LONG,
    /** A decimal number with exactly the digits it was written with. */
    DECIMAL,
    DATE,
    BOOLEAN
}
