-- Which files are the same bytes.

-- SHA-256 in hexadecimal; files from before have none.
ALTER TABLE upload_file ADD COLUMN sha256 VARCHAR(64);
CREATE INDEX upload_file_by_sha256 ON upload_file (sha256);
