package dev.rapport.engagement.capacity;

import dev.rapport.engagement.model.YearAhead;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Who has to be hired by when, and for which segments. */
final class Hiring {

    private final YearAhead outlook;
    private final Months months;

    Hiring(YearAhead outlook, Months months) {
        this.outlook = outlook;
        this.months = months;
    }

    /** As many from a month on as are missing in each of the months that a shortage must last, if these end within the year. */
    List<Hire> hires(List<RoleMonth> year, BigDecimal[] each) {
        List<Hire> hires = new ArrayList<>();
        int hired = 0;
        for (int month = 0; month + outlook.lastingMonths() <= Months.NUMBER; month++) {
            int lasting = Integer.MAX_VALUE;
            for (int later = month; later < month + outlook.lastingMonths(); later++) {
                lasting = Math.min(lasting, missing(year.get(later), each[later]));
            }
            if (lasting > hired && lasting < Integer.MAX_VALUE) {
                hires.add(new Hire.Builder()
                        .people(lasting - hired)
                        .neededFrom(months.from(month))
                        .decideBy(months.from(month).minusDays(outlook.leadDays()))
                        .isLate(months.from(month).minusDays(outlook.leadDays()).isBefore(months.from(0)))
                        .build());
                hired = lasting;
            }
        }
        return hires;
    }

    /** Where nobody works in a month, one more would not help. */
    private static int missing(RoleMonth month, BigDecimal each) {
        return each.signum() == 0
                ? Integer.MAX_VALUE
                : month.shortage().divide(each, 0, RoundingMode.CEILING).intValueExact();
    }

    /** By the largest remainder of what each would get by its hours; of equal remainders the earlier one. */
    static int[] share(int people, List<BigDecimal> hours) {
        BigDecimal all = hours.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        int[] shares = new int[hours.size()];
        if (all.signum() == 0) {
            return shares;
        }
        List<Integer> order = new ArrayList<>();
        BigDecimal[] remainders = new BigDecimal[hours.size()];
        for (int i = 0; i < shares.length; i++) {
            BigDecimal[] quota =
                    hours.get(i).multiply(BigDecimal.valueOf(people)).divideAndRemainder(all);
            shares[i] = quota[0].intValueExact();
            remainders[i] = quota[1];
            order.add(i);
        }
        order.sort(Comparator.comparing((Integer i) -> remainders[i], Comparator.reverseOrder()));
        int left = people - Arrays.stream(shares).sum();
        for (int i = 0; i < left; i++) {
            shares[order.get(i)]++;
        }
        return shares;
    }
}
