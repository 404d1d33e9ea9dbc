package dev.rapport.engagement.coverage;

import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;

/** Who is there for how much of the days after a date. */
final class Availability {

    private final List<Absence> absences;
    private final LocalDate date;
    private final int days;

    Availability(List<Absence> absences, LocalDate date, int days) {
        this.absences = absences;
        this.date = date;
        this.days = days;
    }

    Organisation of(Organisation organisation) {
        Organisation.Builder present = Organisation.builder(organisation.header());
        organisation.departments().forEach(present::add);
        organisation.roles().forEach(present::add);
        organisation.pools().forEach(present::add);
        organisation.members().forEach(member -> present.add(present(member)));
        return present.build();
    }

    private Member present(Member member) {
        int there = daysThere(member);
        return there == days
                ? member
                : Member.builder()
                        .from(member)
                        .hoursPerWeek(member.hoursPerWeek()
                                .multiply(BigDecimal.valueOf(there))
                                .divide(BigDecimal.valueOf(days), MathContext.DECIMAL64))
                        .build();
    }

    /** Of the days after the date; that somebody leaves or joins is told by the organisation for each day. */
    private int daysThere(Member member) {
        if (!member.isActiveOn(date)) {
            return days;
        }
        int there = 0;
        for (int ahead = 1; ahead <= days; ahead++) {
            LocalDate day = date.plusDays(ahead);
            boolean isAway =
                    absences.stream().anyMatch(absence -> absence.memberId().equals(member.id()) && absence.isOn(day));
            there += isAway
                            || member.leftOn()
                                    .filter(left -> !day.isBefore(left))
                                    .isPresent()
                    ? 0
                    : 1;
        }
        return there;
    }
}
