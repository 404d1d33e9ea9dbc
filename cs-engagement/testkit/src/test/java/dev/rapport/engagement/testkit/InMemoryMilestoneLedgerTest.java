package dev.rapport.engagement.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rapport.engagement.milestone.Alert;
import dev.rapport.engagement.milestone.InMemoryMilestoneLedger;
import dev.rapport.engagement.milestone.LedgerEntry;
import dev.rapport.engagement.milestone.MilestoneLedger;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryMilestoneLedgerTest extends MilestoneLedgerContract {

    @Override
    protected MilestoneLedger emptyLedger() {
        return new InMemoryMilestoneLedger();
    }

    @Test
    void whatAHostHasKept_isTakenOver() {
        LedgerEntry delivered = firing("acme", 1);
        LedgerEntry planned = planned("acme", 2);
        LedgerEntry open = fired(planned, "anna");

        InMemoryMilestoneLedger ledger =
                InMemoryMilestoneLedger.of(List.of(open, delivered, planned), List.of(open.alert().orElseThrow()));

        assertThat(ledger.entries()).containsExactly(planned, delivered, open);
        assertThat(ledger.undelivered(10)).isEqualTo(Alert.of(List.of(open)));
        assertThat(ledger.add(List.of(delivered, open))).isEmpty();
    }

    @Test
    void whatAHostHasKept_mustBeWhole() {
        LedgerEntry planned = planned("acme", 2);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> InMemoryMilestoneLedger.of(List.of(fired(planned, "anna")), List.of()))
                .withMessageContaining("must be the next of its key");
    }
}
