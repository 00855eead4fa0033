-- An owner's few uploads that wait for something, among many that do not.
CREATE INDEX upload_by_owner_and_state ON upload (owner, state, seq);
