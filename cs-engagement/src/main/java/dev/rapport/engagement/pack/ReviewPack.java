package dev.rapport.engagement.pack;

import dev.rapport.engagement.file.CustomerFile;
import dev.rapport.engagement.file.FileContract;
import dev.rapport.engagement.file.HealthPoint;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.customer.Feedback;
import dev.rapport.model.customer.Goal;
import dev.rapport.model.customer.SurveyAnswer;
import dev.rapport.model.customer.Ticket;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The pack for the annual review with a customer: value realised against goals, use, health where its readers may see it,
 * surveys, support, what was promised and done, what is to be decided, and an agenda that follows from these. Immutable.
 *
 * <pre>{@code
 * ReviewPack pack = ReviewPack.of(file);
 * pack.agenda().forEach(item -> print(item.why()));
 * }</pre>
 *
 * <p>It knows nothing but the file: what the file's readers may not see is not in it.
 */
public final class ReviewPack {

    private final CustomerFile file;

    private ReviewPack(CustomerFile file) {
        this.file = file;
    }

    /**
     * The pack of a file, of the year up to its date.
     *
     * @param file  the file, as the readers may see it
     * @return the pack
     */
    public static ReviewPack of(CustomerFile file) {
        return new ReviewPack(file);
    }

    /**
     * What it was made from.
     *
     * @return the file
     */
    public CustomerFile file() {
        return file;
    }

    /**
     * Whose pack it is.
     *
     * @return the name where it is seen, else the id
     */
    public String name() {
        return file.name();
    }

    /**
     * The first day of the year.
     *
     * @return the day after that of the file, a year before
     */
    public LocalDate from() {
        return file.date().minusYears(1).plusDays(1);
    }

    /**
     * The last day of the year.
     *
     * @return the date of the file
     */
    public LocalDate to() {
        return file.date();
    }

    /**
     * Says whether the readers may see a series: where they may not, its part of the pack is left out, and not empty.
     *
     * @param key  the series
     * @return true if they may
     */
    public boolean sees(SeriesKey<?> key) {
        return file.seen().series().map(names -> names.contains(key.name())).orElse(true);
    }

    /**
     * What was reached of what the customer wants.
     *
     * @return the goals by their days, those without one last
     */
    public List<GoalValue> goals() {
        return file.series(Goal.SERIES).stream()
                .sorted(Comparator.comparing((Goal goal) -> goal.dueOn().orElse(LocalDate.MAX))
                        .thenComparing(Goal::id))
                .map(goal -> GoalValue.of(goal, to()))
                .toList();
    }

    /**
     * How the customer was over the year.
     *
     * @return the file's history of health, and its own date; none where the readers may not see health
     */
    public List<HealthPoint> health() {
        List<HealthPoint> points = new ArrayList<>(file.sections().healthHistory());
        file.sections().health().ifPresent(now -> points.add(new HealthPoint(to(), now.band(), now.score())));
        return List.copyOf(points);
    }

    /**
     * What was answered in surveys within the year.
     *
     * @return a row for each question with answers, by name
     */
    public List<SurveySummary> surveys() {
        return SurveySummary.of(file.series(SurveyAnswer.SERIES), from(), file.zone());
    }

    /**
     * The support of the year.
     *
     * @return the tickets together
     */
    public TicketSummary tickets() {
        return TicketSummary.of(file.series(Ticket.SERIES), from(), to(), file.zone());
    }

    /**
     * What the customer said within the year, and what became of it.
     *
     * @return the feedback, the last first
     */
    public List<Feedback> said() {
        return file.series(Feedback.SERIES).stream()
                .filter(one ->
                        !LocalDate.ofInstant(one.entry().at(), file.zone()).isBefore(from()))
                .sorted(Comparator.comparing((Feedback one) -> one.entry().at())
                        .reversed()
                        .thenComparing(one -> one.entry().id()))
                .toList();
    }

    /**
     * The contracts that run.
     *
     * @return the contracts in force, those to be decided first at the top
     */
    public List<FileContract> contracts() {
        return file.contracts().stream()
                .filter(FileContract::inForce)
                .sorted(Comparator.comparing(
                                (FileContract one) -> one.decisionDate().orElse(LocalDate.MAX))
                        .thenComparing(one -> one.terms().contract().id()))
                .toList();
    }

    /**
     * By when it must be decided how it goes on.
     *
     * @return the first decision date that is not over; empty if there is none
     */
    public Optional<LocalDate> decideBy() {
        return contracts().stream()
                .flatMap(one -> one.decisionDate().stream())
                .filter(day -> !day.isBefore(to()))
                .findFirst();
    }

    /**
     * What to talk about.
     *
     * @return the items in the order of the meeting, each with what it rests on; the goals of the next year always
     */
    public List<AgendaItem> agenda() {
        return new Agenda(this).items();
    }
}
