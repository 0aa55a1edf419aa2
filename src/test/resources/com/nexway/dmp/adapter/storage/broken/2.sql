UPDATE thing SET name = 'two';
UPDATE no_such_table SET size = 7;
