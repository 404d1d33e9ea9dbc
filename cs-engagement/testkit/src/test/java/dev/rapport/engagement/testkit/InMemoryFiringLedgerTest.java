package dev.rapport.engagement.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.milestone.Firing;
import dev.rapport.engagement.milestone.FiringLedger;
import dev.rapport.engagement.milestone.InMemoryFiringLedger;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryFiringLedgerTest extends FiringLedgerContract {

    @Override
    protected FiringLedger emptyLedger() {
        return new InMemoryFiringLedger();
    }

    @Test
    void whatAHostHasKept_isTakenOver() {
        Firing delivered = firing("acme", 1);
        Firing open = firing("acme", 2);

        InMemoryFiringLedger ledger = InMemoryFiringLedger.of(List.of(delivered, open), List.of(open.key()));

        assertThat(ledger.firings()).containsExactly(delivered, open);
        assertThat(ledger.undelivered(10)).containsExactly(open);
        assertThat(ledger.record(List.of(delivered, open))).isEmpty();
    }
}
