package dev.rapport.health.warning;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.warning.change.Detector;
import dev.rapport.health.warning.change.SeriesWatch;
import dev.rapport.health.warning.change.SeriesWatch.Judgement;
import dev.rapport.model.calendar.BusinessCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Watches one series of the policy over all customers, period by period. */
final class SeriesRun {

    /**
     * What was observed of a customer.
     *
     * @param where  which series
     * @param observed  its values
     */
    record Series(Alarm.Where where, SeriesReader.Observed observed) {}

    private final EarlyWarning policy;
    private final WatchedSeries watched;
    private final BusinessCalendar calendar;
    private final LocalDate last;
    private final int through;
    private final Detector detector;
    private final @Nullable Detector sparseDetector;

    SeriesRun(EarlyWarning policy, Setup setup, BusinessCalendar calendar, LocalDate last) {
        this.policy = policy;
        this.watched = setup.reader().watched();
        this.calendar = calendar;
        this.last = last;
        this.through = watched.grain().periodOf(last.plusDays(1)) - 1;
        this.detector = setup.detector();
        this.sparseDetector = setup.sparse().orElse(null);
    }

    /**
     * What it takes to watch a series, made once.
     *
     * @param reader  reads it
     * @param detector  finds changes
     * @param sparse  finds changes where it has no level
     */
    record Setup(SeriesReader reader, Detector detector, Optional<Detector> sparse) {

        static Setup of(EarlyWarning policy, SeriesReader reader) {
            WatchedSeries watched = reader.watched();
            double runLength =
                    policy.wanted().runLength(watched.grain(), policy.series().size());
            return new Setup(
                    reader,
                    watched.method().detector(watched.learning(), watched.looksFor(), runLength),
                    watched.whenSparse()
                            .map(method -> method.detector(watched.learning(), watched.looksFor(), runLength)));
        }
    }

    /** The watch over one customer's series. */
    private static final class Watching {
        final Series series;
        final SeriesWatch watch;
        /** Only as long as the series has no level. */
        @Nullable
        SeriesWatch sparse;

        final List<Alarm> alarms = new ArrayList<>();
        Fingerprint fingerprint = new Fingerprint();

        Watching(Series series, SeriesWatch watch, @Nullable SeriesWatch sparse) {
            this.series = series;
            this.watch = watch;
            this.sparse = sparse;
        }

        /** Whether it is known what is usual in some kind of period. */
        boolean knowsSome(int slots) {
            for (int slot = 0; slot < slots; slot++) {
                if (watch.expected(slot) > 0 || (sparse != null && sparse.expected(slot) > 0)) {
                    return true;
                }
            }
            return false;
        }
    }

    void run(List<Series> series, Optional<WatchState> state, WatchedBook.Builder result) {
        List<Watching> watching = List.of();
        int from = Integer.MAX_VALUE;
        if (state.isPresent()) {
            Resumption resumption = new Resumption(state.get(), series);
            if (resumption.why.isEmpty()) {
                watching = resumption.watching;
                from = resumption.next;
            } else {
                result.recomputed.add(new WatchedBook.Recomputed(watched.code(), resumption.why));
            }
        }
        if (watching.isEmpty()) {
            watching = series.stream().map(this::begin).toList();
            from = series.stream().mapToInt(one -> one.observed().from()).min().orElse(through + 1);
        }
        for (int period = from; period <= through; period++) {
            step(period, watching, result);
        }
        finish(watching, result);
    }

    private Watching begin(Series series) {
        return new Watching(series, detector.begin(), null);
    }

    private void step(int period, List<Watching> watching, WatchedBook.Builder result) {
        int slot = watched.grain().slot(period, calendar);
        Common common = watched.peers().isEmpty() ? Common.NONE : Common.of(period, slot, watching, watched);
        if (common.isGap()) {
            result.gaps.add(new WatchedBook.Gap(watched.code(), watched.grain().firstDay(period)));
        }
        for (Watching one : watching) {
            double value = one.series.observed().at(period);
            if (period < one.series.observed().from()) {
                continue;
            }
            one.fingerprint.add(slot).add(value);
            if (Double.isNaN(value) || common.isGap()) {
                continue;
            }
            Judgement judgement = one.watch.observe(period, value, slot, common.ofLevels());
            if (judgement == Judgement.ALARM) {
                one.alarms.add(new Alarm(one.series.where(), watched.grain(), period, one.watch.change()));
            }
            if (sparseDetector != null) {
                one.sparse = judgement == Judgement.LEARNING ? sparse(one, period, value, slot, common) : null;
            }
        }
    }

    /** Watches a series that has no level yet, or any more. */
    private SeriesWatch sparse(Watching one, int period, double value, int slot, Common common) {
        SeriesWatch sparse = one.sparse == null ? requireNonNull(sparseDetector).begin() : one.sparse;
        if (sparse.observe(period, Math.rint(value), slot, common.ofCounts()) == Judgement.ALARM) {
            one.alarms.add(new Alarm(one.series.where(), watched.grain(), period, sparse.change()));
        }
        return sparse;
    }

    private void finish(List<Watching> watching, WatchedBook.Builder result) {
        LocalDate fresh = last.minusDays(policy.alerting().freshDays());
        for (Watching one : watching) {
            if (!one.knowsSome(watched.grain().slots())) {
                result.notWatched(
                        one.series.where().customerId(),
                        one.series.where().code(),
                        one.series.observed().values().length < watched.startUp()
                                ? "has " + one.series.observed().values().length + " periods, needs "
                                        + watched.startUp()
                                : watched.method().isForCounts()
                                        ? "too few events to have a usual rate"
                                        : "too sparse or irregular to have a usual level");
            }
            result.alarms.addAll(one.alarms);
            result.states.add(SeriesState.builder()
                    .where(one.series.where())
                    .firstDay(watched.grain().firstDay(one.series.observed().from()))
                    .digest(one.fingerprint.toString())
                    .numbers(SeriesState.Values.of(one.watch.numbers()))
                    .sparse(SeriesState.Values.of(one.sparse == null ? new double[0] : one.sparse.numbers()))
                    .alarms(one.alarms.stream()
                            .filter(alarm -> !alarm.on().isBefore(fresh))
                            .toList())
                    .build());
        }
        result.through.put(watched.code(), watched.grain().lastDay(through));
    }

    /** Takes up a state, if going on from it gives what the whole would give. */
    private final class Resumption {
        final List<Watching> watching = new ArrayList<>();
        String why = "";
        int next;

        Resumption(WatchState state, List<Series> series) {
            LocalDate until = state.through().get(watched.code());
            if (until == null) {
                why = "the state does not have it";
                return;
            }
            next = watched.grain().periodOf(until) + 1;
            Map<Alarm.Where, SeriesState> kept = new HashMap<>();
            state.series().stream()
                    .filter(one -> one.where().code().equals(watched.code()))
                    .forEach(one -> kept.put(one.where(), one));
            for (Series one : series) {
                SeriesState before = kept.remove(one.where());
                if (!takesUp(one, before)) {
                    return;
                }
            }
            if (!kept.isEmpty()) {
                String who = kept.keySet().stream()
                        .sorted()
                        .findFirst()
                        .orElseThrow()
                        .customerId();
                why = "the book no longer has the series of " + who
                        + (kept.size() > 1 ? " and " + (kept.size() - 1) + " others" : "");
            }
        }

        private boolean takesUp(Series one, @Nullable SeriesState before) {
            int from = one.observed().from();
            if (before == null) {
                if (from >= next) {
                    watching.add(begin(one));
                    return true;
                }
                why = "facts before " + watched.grain().firstDay(next) + " came late: the series of "
                        + one.where().customerId() + " is new";
                return false;
            }
            Fingerprint fingerprint = new Fingerprint();
            for (int period = from; period < next; period++) {
                fingerprint
                        .add(watched.grain().slot(period, calendar))
                        .add(one.observed().at(period));
            }
            if (!before.digest().equals(fingerprint.toString())
                    || !before.firstDay().equals(watched.grain().firstDay(from))) {
                why = "facts before " + watched.grain().firstDay(next) + " came late or changed: those of "
                        + one.where().customerId();
                return false;
            }
            double[] kept = before.sparse().toArray();
            SeriesWatch sparse =
                    kept.length == 0 ? null : requireNonNull(sparseDetector).resume(kept);
            Watching taken = new Watching(one, detector.resume(before.numbers().toArray()), sparse);
            taken.fingerprint = fingerprint;
            taken.alarms.addAll(before.alarms());
            watching.add(taken);
            return true;
        }
    }

    /**
     * What moves all series alike in a period.
     *
     * @param ofLevels  the median of the shares of what is usual; 1 if there are too few series
     * @param ofCounts  all events over all that were expected; 1 if there are too few
     */
    record Common(double ofLevels, double ofCounts) {

        static final Common NONE = new Common(1, 1);

        private static final double GAP = 0.1;

        /** Next to nothing was observed of most: the source did not deliver. */
        boolean isGap() {
            return ofLevels < GAP;
        }

        private static Common of(int period, int slot, List<Watching> watching, WatchedSeries watched) {
            int least = watched.peers().orElseThrow();
            boolean isCounts = watched.method().isForCounts();
            double[] shares = new double[watching.size()];
            int levels = 0;
            double seen = 0;
            double expected = 0;
            for (Watching one : watching) {
                double value = one.series.observed().at(period);
                if (Double.isNaN(value)) {
                    continue;
                }
                double usual = one.watch.expected(slot);
                if (!isCounts && usual > 0) {
                    shares[levels++] = value / usual;
                }
                SeriesWatch counts = isCounts ? one.watch : one.sparse;
                double rate = counts == null ? Double.NaN : counts.expected(slot);
                if (rate > 0) {
                    seen += value;
                    expected += rate;
                }
            }
            Arrays.sort(shares, 0, levels);
            double median = levels >= least ? 0.5 * (shares[(levels - 1) / 2] + shares[levels / 2]) : 1;
            return new Common(median, expected >= least && seen > 0 ? seen / expected : 1);
        }
    }

    static Stream<SeriesState> sorted(List<SeriesState> states) {
        return states.stream().sorted((a, b) -> a.where().compareTo(b.where()));
    }
}
