-- Layers inside files, parts made for registries, and the CRSs used before.

-- Which layer inside the dataset's file.
ALTER TABLE dataset ADD COLUMN member TEXT;

-- The code its owner chose or, of a published one, that was found. Rows from before have none until they change.
ALTER TABLE dataset ADD COLUMN crs VARCHAR(64) ${collation};
CREATE INDEX dataset_by_crs ON dataset (crs);
CREATE INDEX dataset_by_owner_and_crs ON dataset (owner, crs);

-- Whether the part was made for registries, rather than delivered.
ALTER TABLE dataset_part ADD COLUMN is_prepared BOOLEAN DEFAULT FALSE NOT NULL;
