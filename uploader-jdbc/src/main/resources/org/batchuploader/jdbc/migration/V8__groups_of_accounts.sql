-- The groups a user belongs to, as a list in JSON.
ALTER TABLE account ADD COLUMN user_groups TEXT DEFAULT '[]' NOT NULL;
