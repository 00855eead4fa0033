-- Its tasks were brought over by V6.
DROP TABLE task;
DROP TABLE task_sorter;
