package com.nexway.dmp.adapter.outbox;

import org.junit.jupiter.api.Nested;

/** The outbox on a server. */
final class OutboxOnPostgresTest {
  @Nested
  final class Accepting extends AcceptingTests {
    Accepting() {
      super(Place.POSTGRES);
    }
  }

  @Nested
  final class Shops extends ShopsTests {
    Shops() {
      super(Place.POSTGRES);
    }
  }

  @Nested
  final class Accounting extends AccountTests {
    Accounting() {
      super(Place.POSTGRES);
    }
  }

  @Nested
  final class Superseding extends SupersedingTests {
    Superseding() {
      super(Place.POSTGRES);
    }
  }

  @Nested
  final class Claiming extends ClaimingTests {
    Claiming() {
      super(Place.POSTGRES);
    }
  }

  @Nested
  final class Settling extends SettlingTests {
    Settling() {
      super(Place.POSTGRES);
    }
  }

  @Nested
  final class Dying extends DyingTests {
    Dying() {
      super(Place.POSTGRES);
    }
  }

  @Nested
  final class Leasing extends LeaseTests {
    Leasing() {
      super(Place.POSTGRES);
    }
  }

  @Nested
  final class Forgetting extends ForgettingTests {
    Forgetting() {
      super(Place.POSTGRES);
    }
  }

  @Nested
  final class Ordering extends OrderTests {
    Ordering() {
      super(Place.POSTGRES);
    }
  }

  @Nested
  final class Crowding extends CrowdTests {
    Crowding() {
      super(Place.POSTGRES);
    }
  }

  @Nested
  final class Planning extends PlanTests {
    Planning() {
      super(Place.POSTGRES);
    }
  }

  @Nested
  final class Truth extends TruthTests {
    Truth() {
      super(Place.POSTGRES);
    }
  }

  @Nested
  final class OddText extends OddTextTests {
    OddText() {
      super(Place.POSTGRES);
    }
  }

  @Nested
  final class Suppressing extends SuppressingTests {
    Suppressing() {
      super(Place.POSTGRES);
    }
  }

  @Nested
  final class LeavingOut extends LeftOutTests {
    LeavingOut() {
      super(Place.POSTGRES);
    }
  }

  @Nested
  final class Finding extends FindTests {
    Finding() {
      super(Place.POSTGRES);
    }
  }
}
