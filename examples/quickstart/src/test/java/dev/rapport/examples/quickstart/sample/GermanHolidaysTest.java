package dev.rapport.examples.quickstart.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.calendar.BusinessCalendar;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GermanHolidaysTest {

    @ParameterizedTest
    @CsvSource({"2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25", "2000-04-23"})
    void easter_isWhereTheAlmanacHasIt(LocalDate easter) {
        assertThat(GermanHolidays.easter(easter.getYear())).isEqualTo(easter);
    }

    @Test
    void year_hasNineFederalHolidays() {
        assertThat(GermanHolidays.of(2026))
                .containsExactlyInAnyOrder(
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 4, 3),
                        LocalDate.of(2026, 4, 6),
                        LocalDate.of(2026, 5, 1),
                        LocalDate.of(2026, 5, 14),
                        LocalDate.of(2026, 5, 25),
                        LocalDate.of(2026, 10, 3),
                        LocalDate.of(2026, 12, 25),
                        LocalDate.of(2026, 12, 26));
    }

    @Test
    void calendar_skipsHolidays_andReachesAsFarAsContracts() {
        BusinessCalendar calendar = GermanHolidays.calendar();
        assertThat(calendar.minusBusinessDays(LocalDate.of(2026, 5, 26), 1)).isEqualTo(LocalDate.of(2026, 5, 22));
        assertThat(calendar.knows(LocalDate.of(2024, 1, 1))).isTrue();
        assertThat(calendar.knows(LocalDate.of(2029, 12, 31))).isTrue();
    }
}
