package dev.rapport.examples.quickstart.sample;

import dev.rapport.engagement.forecast.Commitment;
import dev.rapport.engagement.forecast.Commitment.Call;
import java.time.LocalDate;

/** What CSMs commit to before a term of one of their customers ends: by how content the customer seems, and too hopefully. */
final class CommitmentWriter {

    private static final int DAYS_TO_SIGN = 75;
    private static final int DAYS_TO_NOTICE = 150;
    private static final double HOPE = 0.15;

    private CommitmentWriter() {}

    static void write(Profile profile, Pen pen) {
        Terms terms = profile.terms();
        if (!profile.tier().isNamed() || terms.isEvergreen() || terms.months() == 1) {
            return;
        }
        Dice dice = profile.dice("commitments");
        for (Deal deal : Deal.of(profile)) {
            LocalDate end = deal.end().orElseThrow();
            LocalDate last = terms.autoRenews() ? terms.endOf(profile.until()) : end;
            while (!end.isAfter(last)) {
                LocalDate said = end.minusDays(terms.autoRenews() ? DAYS_TO_NOTICE : DAYS_TO_SIGN);
                double mood = profile.moodOn(said) + dice.between(0, 2 * HOPE);
                if (!said.isBefore(profile.from()) && profile.isCustomerOn(said)) {
                    write(profile, pen, deal, said, call(profile, mood));
                }
                end = terms.endOf(end);
            }
        }
    }

    private static Call call(Profile profile, double mood) {
        Call rolled = mood > 0.75 ? Call.COMMIT : mood > 0.5 ? Call.BEST_CASE : Call.UNLIKELY;
        return switch (profile.plant()) {
            case BACK_DATED_RENEWAL -> Call.UNLIKELY;
            case LOST_AFTER_FALL -> profile.rank() == GrowthTruths.RANK_OF_FALSE_COMMITMENT ? Call.COMMIT : rolled;
            case FALLING_USAGE -> profile.rank() == GrowthTruths.RANK_OF_HOPE ? Call.COMMIT : Call.UNLIKELY;
            default -> rolled;
        };
    }

    private static void write(Profile profile, Pen pen, Deal deal, LocalDate said, Call call) {
        OwnerWriter.owners(profile).stream()
                .filter(stay -> stay.role().equals("csm") && stay.days().contains(said))
                .limit(1)
                .forEach(csm -> pen.write(Commitment.SERIES, profile.id("commitment", said), said, entry -> {
                    entry.with(Commitment.OWNER, csm.owner())
                            .with(Commitment.CONTRACT, deal.id())
                            .with(Commitment.CALL, call.word());
                    if (profile.is(Plant.FALLING_USAGE) && profile.rank() == GrowthTruths.RANK_OF_HOPE) {
                        entry.with(Commitment.EXPANSION, GrowthTruths.COMMITTED_EXPANSION)
                                .with(Commitment.REASON, "they told me that they hire again");
                    }
                }));
    }
}
