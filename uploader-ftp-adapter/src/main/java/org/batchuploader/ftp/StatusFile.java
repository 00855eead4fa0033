package org.batchuploader.ftp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;

/** A text that says how things stand, shown as a file and kept nowhere. */
final class StatusFile extends ReadOnlyFile {
    private final String owner;
    private final byte[] text;
    private final Instant changed;

    StatusFile(String path, String owner, String text, Instant changed) {
        super(path);
        this.owner = owner;
        this.text = text.getBytes(UTF_8);
        this.changed = changed;
    }

    @Override
    public boolean isDirectory() {
        return false;
    }

    @Override
    public boolean isFile() {
        return true;
    }

    @Override
    public boolean doesExist() {
        return true;
    }

    @Override
    public boolean isWritable() {
        return false;
    }

    @Override
    public boolean isRemovable() {
        return false;
    }

    @Override
    public String getOwnerName() {
        return owner;
    }

    @Override
    public long getLastModified() {
        return changed.toEpochMilli();
    }

    @Override
    public long getSize() {
        return text.length;
    }

    @Override
    public InputStream createInputStream(long offset) {
        int from = (int) Math.min(offset, text.length);
        return new ByteArrayInputStream(text, from, text.length - from);
    }
}
