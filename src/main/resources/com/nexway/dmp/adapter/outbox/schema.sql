-- What is to be sent, was sent, or was given up. States: behind, ready, claimed, retry, alone, paused;
-- then delivered, duplicate (the DMP had it before) or dead. follows: the customer's entry before it; previous: its key's.
CREATE TABLE entry (
  id {id},
  source TEXT NOT NULL,
  shop TEXT NOT NULL,
  key TEXT NOT NULL,
  customer {bytes} NOT NULL,
  person {bytes},
  action TEXT NOT NULL,
  place TEXT NOT NULL,
  lane TEXT NOT NULL,
  state TEXT NOT NULL,
  follows BIGINT,
  attempts INTEGER NOT NULL,
  tries INTEGER NOT NULL,
  failed BIGINT NOT NULL DEFAULT 0,
  ends SMALLINT NOT NULL DEFAULT 0,
  heard SMALLINT NOT NULL DEFAULT 0,
  epoch BIGINT NOT NULL,
  due BIGINT,
  why TEXT,
  version BIGINT,
  fingerprint {bytes} NOT NULL,
  earlier {bytes},
  previous BIGINT,
  letter BIGINT,
  accepted_at BIGINT NOT NULL,
  closed_at BIGINT
) {busy};

-- One customer's entries are a line that never forks; the database itself holds the order.
CREATE UNIQUE INDEX entry_behind ON entry (follows) WHERE state = 'behind';
CREATE INDEX entry_ready ON entry (lane, id) WHERE state = 'ready';
CREATE INDEX entry_claimed ON entry (epoch, id) WHERE state = 'claimed';
CREATE INDEX entry_retry ON entry (lane, due, id) WHERE state = 'retry';
CREATE INDEX entry_failed ON entry (failed, id) WHERE state = 'retry';
CREATE INDEX entry_alone ON entry (due, id) WHERE state = 'alone';
CREATE INDEX entry_paused ON entry (source, id) WHERE state = 'paused';
CREATE INDEX entry_closed ON entry (closed_at, id) WHERE closed_at IS NOT NULL;

-- The exact bytes, apart: claiming and settling rewrite small rows only.
CREATE TABLE body (
  entry {id},
  bytes {bytes} NOT NULL
) {busy};

-- The end of each customer's line. Lines are read backwards from here, so that settling touches
-- rows in the order of ids alone and costs the same whatever waits.
CREATE TABLE customer_line (
  customer {bytes} PRIMARY KEY,
  last BIGINT NOT NULL
) {clustered};

-- Customers whose event was given up as poison, until one of theirs is taken.
CREATE TABLE blamed_customer (
  customer {bytes} PRIMARY KEY,
  since BIGINT NOT NULL
) {clustered};

-- What was last accepted of each key of a shop; licences: hashes of those that its event names.
CREATE TABLE record_state (
  shop TEXT NOT NULL,
  key TEXT NOT NULL,
  source TEXT NOT NULL,
  customer {bytes} NOT NULL,
  person {bytes},
  fingerprint {bytes} NOT NULL,
  version BIGINT,
  stamp BIGINT NOT NULL,
  entry BIGINT NOT NULL,
  licences TEXT,
  seen_at BIGINT NOT NULL,
  PRIMARY KEY (shop, key)
) {clustered};

-- The account of the DMP that all of this was sent to, or will be.
CREATE TABLE account (
  id SMALLINT PRIMARY KEY,
  url TEXT NOT NULL,
  username TEXT NOT NULL
);

-- Why the last record of a key was not sent, where no event tells it: the newest million.
CREATE TABLE left_out (
  id {id},
  shop TEXT NOT NULL,
  key TEXT NOT NULL,
  source TEXT NOT NULL,
  person {bytes},
  kind TEXT NOT NULL,
  reason TEXT NOT NULL,
  place TEXT NOT NULL,
  since BIGINT NOT NULL
);
CREATE UNIQUE INDEX left_out_key ON left_out (shop, key);

CREATE TABLE dead_letter (
  id {id},
  source TEXT NOT NULL,
  shop TEXT NOT NULL,
  key TEXT,
  customer {bytes},
  person {bytes},
  entry BIGINT,
  reason TEXT NOT NULL,
  why TEXT NOT NULL,
  problems TEXT NOT NULL,
  place TEXT NOT NULL,
  record TEXT,
  event TEXT,
  answer_status INTEGER,
  answer_body TEXT,
  answer_at BIGINT,
  died_at BIGINT NOT NULL,
  digest {bytes},
  state TEXT NOT NULL,
  file TEXT
);
CREATE INDEX dead_letter_digest ON dead_letter (digest) WHERE digest IS NOT NULL;
CREATE INDEX dead_letter_unfiled ON dead_letter (id) WHERE file IS NULL AND state = 'open';
CREATE INDEX dead_letter_open ON dead_letter (key) WHERE state = 'open';
CREATE INDEX dead_letter_waiting ON dead_letter (source) WHERE state = 'open';
CREATE INDEX dead_letter_over ON dead_letter (id) WHERE state <> 'open' AND file IS NOT NULL;

CREATE TABLE checkpoint (
  source TEXT NOT NULL,
  key TEXT NOT NULL,
  position TEXT NOT NULL,
  moved_at BIGINT NOT NULL,
  PRIMARY KEY (source, key)
);

-- Numbers per source, kept in the transactions that change them: nothing is ever counted.
CREATE TABLE tally (
  source TEXT NOT NULL,
  what TEXT NOT NULL,
  number BIGINT NOT NULL,
  PRIMARY KEY (source, what)
) {busy};

-- Ids are given here, not by the tables: a purged one never comes again.
CREATE TABLE sequence (
  name TEXT PRIMARY KEY,
  last BIGINT NOT NULL
) {busy};
INSERT INTO sequence (name, last) VALUES ('entry', 0), ('dead_letter', 0), ('left_out', 0);

CREATE TABLE pause (
  source TEXT PRIMARY KEY,
  why TEXT NOT NULL,
  since BIGINT NOT NULL,
  tried BIGINT NOT NULL,
  ending SMALLINT NOT NULL
);

CREATE TABLE lease (
  name TEXT PRIMARY KEY,
  holder TEXT NOT NULL,
  epoch BIGINT NOT NULL,
  beat BIGINT NOT NULL,
  free SMALLINT NOT NULL
) {busy};
INSERT INTO lease (name, holder, epoch, beat, free) VALUES ('sender', '', 0, 0, 1);

-- The key that hashes of people are made with; and those who were erased and are to stay so.
CREATE TABLE pseudonym (id SMALLINT PRIMARY KEY, key {bytes} NOT NULL);
CREATE TABLE suppressed (person {bytes} PRIMARY KEY, since BIGINT NOT NULL) {clustered};
