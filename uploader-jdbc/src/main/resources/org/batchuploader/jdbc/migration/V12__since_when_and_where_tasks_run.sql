-- When a task was claimed, and by which process: its number and its machine.
ALTER TABLE queue_claim ADD COLUMN since TIMESTAMP(6) WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL;
ALTER TABLE queue_claim ADD COLUMN node VARCHAR(255) DEFAULT '' NOT NULL;
