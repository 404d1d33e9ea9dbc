package dev.rapport.engagement.capacity;

import dev.rapport.engagement.model.YearAhead;
import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** The hours for customers that there are month by month: of those who have joined, not left, and are not away. */
final class Supply {

    private final Organisation organisation;
    private final YearAhead outlook;
    private final Months months;
    private final int[] weights;

    Supply(Organisation organisation, YearAhead outlook, Months months) {
        this.organisation = organisation;
        this.outlook = outlook;
        this.months = months;
        this.weights = months.weights(outlook::weight);
    }

    BigDecimal[] of(String role) {
        BigDecimal[] all = new BigDecimal[Months.NUMBER];
        Arrays.fill(all, BigDecimal.ZERO);
        for (Member member : organisation.members()) {
            if (member.role().equals(role)) {
                BigDecimal[] own = Months.spread(member.hoursPerYear(), weights);
                Arrays.setAll(
                        all,
                        month -> all[month].add(Months.part(own[month], present(member, month), months.days(month))));
            }
        }
        return all;
    }

    private int present(Member member, int month) {
        int present = 0;
        for (LocalDate day = months.from(month); day.isBefore(months.from(month + 1)); day = day.plusDays(1)) {
            LocalDate today = day;
            boolean isAway = outlook.absences().stream()
                    .anyMatch(absence -> absence.member().equals(member.id()) && absence.covers(today));
            present += member.isActiveOn(day) && !isAway ? 1 : 0;
        }
        return present;
    }

    /** The hours of one more, who has the mean of those who hold the role today; all 0 if nobody has hours. */
    BigDecimal[] ofOneMore(String role, LocalDate today) {
        List<Member> holders = organisation.holders(role, today);
        BigDecimal all = holders.stream().map(Member::hoursPerYear).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal mean = holders.isEmpty()
                ? BigDecimal.ZERO
                : all.divide(BigDecimal.valueOf(holders.size()), MathContext.DECIMAL128);
        return Months.spread(mean, weights);
    }
}
