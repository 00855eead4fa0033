-- The layer of another name that shows the dataset until this one is published.
ALTER TABLE layer ADD COLUMN succeeds VARCHAR(20);
