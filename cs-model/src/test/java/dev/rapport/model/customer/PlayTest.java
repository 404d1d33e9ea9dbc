package dev.rapport.model.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.book.Facts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class PlayTest {

    private static final LocalDate START = LocalDate.of(2026, 5, 4);
    private static final LocalDate EXPIRY = LocalDate.of(2026, 6, 15);

    private static Play play(Optional<LocalDate> ended) {
        Customer acme = Customer.builder("acme", Instant.parse("2026-01-01T00:00:00Z"))
                .add(Play.SERIES, entry -> {
                    entry.id("1")
                            .at(Instant.parse("2026-05-04T00:00:00Z"))
                            .with(Play.PLAY, "win-a-sponsor")
                            .with(Play.OWNER, "anna")
                            .with(Play.STARTED_ON, START)
                            .with(Play.EXPIRES_ON, EXPIRY)
                            .with(Play.REVIEW_ON, START.plusDays(14));
                    ended.ifPresent(day -> entry.with(Play.ENDED_ON, day));
                })
                .build();
        return Facts.of(Customer.adapter(List.of(acme)), List.of(acme))
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(EXPIRY)
                .customers()
                .get(0)
                .series(Play.SERIES)
                .get(0);
    }

    @Test
    void play_runsFromItsStart_untilItExpires() {
        Play play = play(Optional.empty());

        assertThat(play.isRunningOn(START.minusDays(1))).isFalse();
        assertThat(play.isRunningOn(START)).isTrue();
        assertThat(play.isRunningOn(EXPIRY.minusDays(1))).isTrue();
        assertThat(play.isRunningOn(EXPIRY)).isFalse();
        assertThat(play.reviewOn()).contains(LocalDate.of(2026, 5, 18));
        assertThat(play.owner()).isEqualTo("anna");
        assertThat(play.play()).isEqualTo("win-a-sponsor");
    }

    @Test
    void play_thatIsEnded_runsNoMore() {
        Play play = play(Optional.of(START.plusDays(3)));

        assertThat(play.isRunningOn(START.plusDays(2))).isTrue();
        assertThat(play.isRunningOn(START.plusDays(3))).isFalse();
    }
}
