-- A first step; with a comment; and semicolons
CREATE TABLE thing (
  id {id},
  name TEXT NOT NULL
) {busy};
INSERT INTO thing (id, name) VALUES (1, 'one');
