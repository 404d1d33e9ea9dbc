package dev.rapport.health.choice;

import dev.rapport.health.tally.Tallies;
import dev.rapport.health.tally.Tally;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.Scores;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who of a book is decided by which scorecard, where conditions overlap and whom they leave out. Immutable. */
public final class ChoiceReport {

    private final Map<String, Tally> chosen;
    private final List<Overlap> overlaps;
    private final List<String> gaps;
    private final List<String> undecided;

    /**
     * Customers for whom the conditions of two scorecards hold.
     *
     * @param first  the id of the scorecard with priority
     * @param second  the id of the other one
     * @param customers  how many they are and what they pay
     */
    public record Overlap(String first, String second, Tally customers) {}

    private ChoiceReport(Map<String, Tally> chosen, List<Overlap> overlaps, List<String> gaps, List<String> undecided) {
        this.chosen = Collections.unmodifiableMap(chosen);
        this.overlaps = List.copyOf(overlaps);
        this.gaps = List.copyOf(gaps);
        this.undecided = List.copyOf(undecided);
    }

    /** From the choice and, behind it, each of its conditions over the book. */
    static ChoiceReport of(ScorecardChoice choice, Book book, List<Scores> outputs) {
        Tallies tallies = Tallies.of(book);
        int others = choice.rules().size();
        List<List<String>> chosen = new ArrayList<>();
        for (int i = 0; i <= others; i++) {
            chosen.add(new ArrayList<>());
        }
        List<String> gaps = new ArrayList<>();
        List<String> undecided = new ArrayList<>();
        Scores matches = outputs.get(0);
        for (int row = 0; row < matches.size(); row++) {
            String customer = book.customerIds().get(row);
            double match = matches.value(row);
            int position = Double.isNaN(match) ? others : (int) match;
            chosen.get(position).add(customer);
            if (Double.isNaN(match)) {
                undecided.add(customer);
            } else if (position == others) {
                gaps.add(customer);
            }
        }
        Map<String, Tally> counted = new LinkedHashMap<>();
        for (int i = 0; i < others; i++) {
            counted.put(choice.rules().get(i).scorecard(), tallies.of(chosen.get(i)));
        }
        counted.put(choice.otherwise(), tallies.of(chosen.get(others)));
        return new ChoiceReport(counted, overlaps(choice, book, outputs, tallies), gaps, undecided);
    }

    private static List<Overlap> overlaps(ScorecardChoice choice, Book book, List<Scores> outputs, Tallies tallies) {
        List<Overlap> overlaps = new ArrayList<>();
        for (int first = 1; first < outputs.size(); first++) {
            for (int second = first + 1; second < outputs.size(); second++) {
                List<String> both = new ArrayList<>();
                for (int row = 0; row < book.size(); row++) {
                    if (outputs.get(first).value(row) == 1
                            && outputs.get(second).value(row) == 1) {
                        both.add(book.customerIds().get(row));
                    }
                }
                if (!both.isEmpty()) {
                    overlaps.add(new Overlap(
                            choice.rules().get(first - 1).scorecard(),
                            choice.rules().get(second - 1).scorecard(),
                            tallies.of(both)));
                }
            }
        }
        return overlaps;
    }

    /**
     * Who is decided by which scorecard.
     *
     * @return the tallies by the id of the scorecard, in the order of priority, that for all others last; empty ones
     *     included
     */
    public Map<String, Tally> chosen() {
        return chosen;
    }

    /**
     * Where conditions overlap.
     *
     * @return each pair of scorecards with at least one customer, in the order of priority
     */
    public List<Overlap> overlaps() {
        return overlaps;
    }

    /**
     * Those for whom no condition holds although nothing is missing.
     *
     * @return their ids in the order of the book
     */
    public List<String> gaps() {
        return gaps;
    }

    /**
     * Those for whom no condition holds and some cannot be told; they too have the scorecard for all others.
     *
     * @return their ids in the order of the book
     */
    public List<String> undecided() {
        return undecided;
    }
}
