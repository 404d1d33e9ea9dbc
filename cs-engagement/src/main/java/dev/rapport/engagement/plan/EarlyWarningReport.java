package dev.rapport.engagement.plan;

import dev.rapport.health.retention.LostCustomer;
import dev.rapport.health.warning.AlertEvaluation;
import dev.rapport.health.warning.AlertList;
import dev.rapport.health.warning.BookWatch;
import dev.rapport.health.warning.EarlyWarning;
import dev.rapport.health.warning.LeadFigure;
import dev.rapport.health.warning.Recipients;
import dev.rapport.health.warning.Wanted;
import dev.rapport.health.warning.WatchedBook;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.memory.Memory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What early warning says: the alerts, what was watched, and how well such alerts have foretold losses so far.
 *
 * @param alerts  the alerts within the budget, and those kept back
 * @param watched  what was found and could not be watched
 * @param leadFigures  lead times and false alerts at several thresholds, the policy's own first; measured over two years,
 *     within the budget
 */
public record EarlyWarningReport(AlertList alerts, WatchedBook watched, List<LeadFigure> leadFigures) {

    private static final int MEASURED_DAYS = 730;
    private static final double[] MULTIPLES = {1, 0.5, 2, 4};

    /**
     * Copies the figures.
     *
     * @param alerts  the alerts
     * @param watched  what was watched
     * @param leadFigures  the figures
     */
    public EarlyWarningReport {
        leadFigures = List.copyOf(leadFigures);
    }

    /** Looks at all who are or were customers; alerts are about those who still are. */
    static EarlyWarningReport of(EarlyWarning policy, Book all, Book current, Reckoning reckoning, Memory memory) {
        BookWatch watch =
                policy.resolve(all.provides(), reckoning.calendar()).orThrow().untilLost(LostCustomer::lostOn);
        WatchedBook watched = watch.look(all);
        return new EarlyWarningReport(
                watched.alerts(current, memory), watched, figures(watch, all, new HistoricalRecipients(reckoning)));
    }

    private static List<LeadFigure> figures(BookWatch watch, Book all, Recipients recipients) {
        List<AlertEvaluation.Event> losses = new ArrayList<>();
        for (CustomerView view : all.customers()) {
            LostCustomer.lostOn(view).ifPresent(day -> losses.add(new AlertEvaluation.Event(view.customerId(), day)));
        }
        List<Wanted> thresholds = new ArrayList<>();
        for (double multiple : MULTIPLES) {
            thresholds.add(watch.policy().wanted().times(multiple));
        }
        LocalDate until = all.date();
        AlertEvaluation.Span span = new AlertEvaluation.Span(
                until.minusDays(MEASURED_DAYS), until, watch.policy().lossHorizonDays());
        return watch.leadFigures(all, losses, span, recipients, thresholds);
    }
}
