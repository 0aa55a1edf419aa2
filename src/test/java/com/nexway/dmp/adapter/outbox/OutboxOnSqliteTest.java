package com.nexway.dmp.adapter.outbox;

import org.junit.jupiter.api.Nested;

/** The outbox in a file. */
final class OutboxOnSqliteTest {
  @Nested
  final class Accepting extends AcceptingTests {
    Accepting() {
      super(Place.SQLITE);
    }
  }

  @Nested
  final class Shops extends ShopsTests {
    Shops() {
      super(Place.SQLITE);
    }
  }

  @Nested
  final class Accounting extends AccountTests {
    Accounting() {
      super(Place.SQLITE);
    }
  }

  @Nested
  final class Superseding extends SupersedingTests {
    Superseding() {
      super(Place.SQLITE);
    }
  }

  @Nested
  final class Claiming extends ClaimingTests {
    Claiming() {
      super(Place.SQLITE);
    }
  }

  @Nested
  final class Settling extends SettlingTests {
    Settling() {
      super(Place.SQLITE);
    }
  }

  @Nested
  final class Dying extends DyingTests {
    Dying() {
      super(Place.SQLITE);
    }
  }

  @Nested
  final class Leasing extends LeaseTests {
    Leasing() {
      super(Place.SQLITE);
    }
  }

  @Nested
  final class Forgetting extends ForgettingTests {
    Forgetting() {
      super(Place.SQLITE);
    }
  }

  @Nested
  final class Ordering extends OrderTests {
    Ordering() {
      super(Place.SQLITE);
    }
  }

  @Nested
  final class Crowding extends CrowdTests {
    Crowding() {
      super(Place.SQLITE);
    }
  }

  @Nested
  final class Planning extends PlanTests {
    Planning() {
      super(Place.SQLITE);
    }
  }

  @Nested
  final class Truth extends TruthTests {
    Truth() {
      super(Place.SQLITE);
    }
  }

  @Nested
  final class OddText extends OddTextTests {
    OddText() {
      super(Place.SQLITE);
    }
  }

  @Nested
  final class Suppressing extends SuppressingTests {
    Suppressing() {
      super(Place.SQLITE);
    }
  }

  @Nested
  final class LeavingOut extends LeftOutTests {
    LeavingOut() {
      super(Place.SQLITE);
    }
  }

  @Nested
  final class Finding extends FindTests {
    Finding() {
      super(Place.SQLITE);
    }
  }
}
