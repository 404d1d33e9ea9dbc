package dev.rapport.engagement.milestone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rapport.engagement.milestone.Step.Unit;
import dev.rapport.model.calendar.BusinessCalendar;
import java.time.LocalDate;
import java.time.YearMonth;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepTest {

    @ParameterizedTest
    @CsvSource({
        "1 month before, 2026-03-31, 2026-02-28",
        "1 month before, 2024-03-31, 2024-02-29",
        "1 month before, 2024-03-30, 2024-02-29",
        "12 months before, 2024-02-29, 2023-02-28",
        "12 months after, 2024-02-29, 2025-02-28",
        "48 months after, 2024-02-29, 2028-02-29",
        "3 months before, 2027-05-31, 2027-02-28",
        "90 days before, 2026-12-31, 2026-10-02",
        "90 days before, 2026-12-01, 2026-09-02",
        "1 day before, 2024-03-01, 2024-02-29",
        "2 weeks after, 2026-12-24, 2027-01-07",
        "on the day, 2024-02-29, 2024-02-29",
    })
    void step_isReckonedFromTheAnchor(String step, LocalDate anchor, LocalDate expected) {
        assertThat(Step.parse(step).from(anchor, MonthRule.usual(), BusinessCalendar.weekdays()))
                .isEqualTo(expected);
    }

    @Property
    void months_keepTheDay_orTakeTheLastOfAShorterMonth(
            @ForAll @IntRange(min = -36_500, max = 36_500) int day, @ForAll @IntRange(min = 1, max = 119) int months) {
        LocalDate anchor = LocalDate.of(2000, 1, 1).plusDays(day);

        assertThat(Step.before(months, Unit.MONTHS).from(anchor, MonthRule.usual(), BusinessCalendar.weekdays()))
                .isEqualTo(naive(anchor, -months));
        assertThat(Step.after(months, Unit.MONTHS).from(anchor, MonthRule.usual(), BusinessCalendar.weekdays()))
                .isEqualTo(naive(anchor, months));
    }

    /** Walks day by day until the wanted month, then back to the wanted day or to the last there is. */
    private static LocalDate naive(LocalDate anchor, int months) {
        YearMonth wanted = YearMonth.from(anchor).plusMonths(months);
        LocalDate best = null;
        LocalDate day = anchor;
        int direction = months < 0 ? -1 : 1;
        while (!YearMonth.from(day).equals(wanted)) {
            day = day.plusDays(direction);
        }
        while (YearMonth.from(day).equals(wanted)) {
            if (day.getDayOfMonth() <= anchor.getDayOfMonth() && (best == null || day.isAfter(best))) {
                best = day;
            }
            day = day.plusDays(direction);
        }
        return java.util.Objects.requireNonNull(best);
    }

    @Property
    void text_isReadBack(@ForAll @IntRange(min = 1, max = 119) int amount, @ForAll Unit unit, @ForAll boolean before) {
        Step step = before ? Step.before(amount, unit) : Step.after(amount, unit);

        assertThat(Step.parse(step.toString())).isEqualTo(step).hasSameHashCodeAs(step);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "30",
                "30 days",
                "-3 days before",
                "0 days before",
                "03 days before",
                "3 years before",
                "30 Days before",
                "30  days before",
                "99999 days before",
                "4000 days before",
                "On the day",
                "1.5 days before"
            })
    void otherText_isRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Step.parse(text));
    }

    @Test
    void steps_ofEqualText_areEqual() {
        assertThat(Step.parse("1 days before"))
                .isEqualTo(Step.before(1, Unit.DAYS))
                .hasToString("1 day before");
        assertThat(Step.before(7, Unit.DAYS)).isNotEqualTo(Step.before(1, Unit.WEEKS));
    }
}
