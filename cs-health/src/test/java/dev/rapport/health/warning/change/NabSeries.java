package dev.rapport.health.warning.change;

import dev.rapport.model.json.JsonArray;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.json.JsonObject;
import dev.rapport.model.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A series of the Numenta Anomaly Benchmark with its labelled windows. */
final class NabSeries {

    private static final double PROBATION = 0.15;
    private static final int HOURS_OF_DAY = 24;
    private static final int DAYS_OF_WEEK = 7;
    private static final int WEEKS_TO_LEARN_FROM = 3;

    private final String name;
    private final LocalDateTime[] times;
    private final double[] values;
    private final List<int[]> windows;
    private final int perDay;

    private NabSeries(String name, LocalDateTime[] times, double[] values, List<int[]> windows) {
        this.name = name;
        this.times = times;
        this.values = values;
        this.windows = windows;
        this.perDay = (int) (Duration.ofDays(1).toSeconds()
                / Duration.between(times[0], times[1]).toSeconds());
    }

    static NabSeries read(Path folder, String name) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(name + ".csv"));
        int size = lines.size() - 1;
        LocalDateTime[] times = new LocalDateTime[size];
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            String[] cells = lines.get(i + 1).split(",", 2);
            times[i] = time(cells[0]);
            values[i] = Double.parseDouble(cells[1]);
        }
        JsonObject labels =
                (JsonObject) JsonInput.text("windows.json", Files.readString(folder.resolve("windows.json")))
                        .tree()
                        .orThrow();
        List<int[]> windows = new ArrayList<>();
        for (var window : ((JsonArray) labels.find(name + ".csv").orElseThrow()).elements()) {
            List<LocalDateTime> ends = ((JsonArray) window)
                    .elements().stream()
                            .map(end -> time(((JsonText) end).text()))
                            .toList();
            int first = 0;
            while (times[first].isBefore(ends.get(0))) {
                first++;
            }
            int last = first;
            while (last + 1 < size && !times[last + 1].isAfter(ends.get(1))) {
                last++;
            }
            windows.add(new int[] {first, last});
        }
        return new NabSeries(name, times, values, windows);
    }

    private static LocalDateTime time(String text) {
        return LocalDateTime.parse(text.replace(' ', 'T'));
    }

    String name() {
        return name;
    }

    int size() {
        return values.length;
    }

    double value(int at) {
        return Math.max(0, values[at]);
    }

    int perDay() {
        return perDay;
    }

    /** The points that the benchmark gives to learn from: alarms in them do not count. */
    int probation() {
        return (int) (PROBATION * values.length);
    }

    /** Hours of the week where the probation has at least three of them, else hours of the day. */
    int slots() {
        boolean hasWeeks = probation() >= WEEKS_TO_LEARN_FROM * DAYS_OF_WEEK * perDay;
        return hasWeeks ? DAYS_OF_WEEK * HOURS_OF_DAY : HOURS_OF_DAY;
    }

    int slot(int at) {
        int hour = times[at].getHour();
        return slots() == HOURS_OF_DAY ? hour : (times[at].getDayOfWeek().getValue() - 1) * HOURS_OF_DAY + hour;
    }

    double[] dailyMeans() {
        double[] means = new double[values.length / perDay];
        for (int day = 0; day < means.length; day++) {
            means[day] = Arrays.stream(values, day * perDay, (day + 1) * perDay)
                    .average()
                    .orElseThrow();
        }
        return means;
    }

    /**
     * What alarms are worth.
     *
     * @param delays  for each window, the points from its beginning to the first alarm in it; -1 if there is none
     * @param falseAlarms  the alarms outside all windows
     * @param per1000  the same for each 1,000 points behind the probation
     */
    record Score(List<Integer> delays, int falseAlarms, double per1000) {

        @Override
        public String toString() {
            long found = delays.stream().filter(delay -> delay >= 0).count();
            return String.format(
                    Locale.ROOT,
                    "%d of %d, %d false (%.2f), delays %s",
                    found,
                    delays.size(),
                    falseAlarms,
                    per1000,
                    delays.stream().map(delay -> delay < 0 ? "-" : "" + delay).collect(Collectors.joining(" ")));
        }
    }

    /** Compares alarms with the windows. Alarms that follow within half a day of the one before are one with it. */
    Score score(List<Integer> alarms) {
        List<Integer> delays = new ArrayList<>();
        windows.forEach(window -> delays.add(-1));
        int falseAlarms = 0;
        int last = Integer.MIN_VALUE / 2;
        for (int alarm : alarms) {
            boolean goesOn = alarm - last <= perDay / 2;
            last = alarm;
            if (goesOn || alarm < probation()) {
                continue;
            }
            boolean inside = false;
            for (int i = 0; i < windows.size(); i++) {
                int[] window = windows.get(i);
                if (alarm >= window[0] && alarm <= window[1]) {
                    inside = true;
                    delays.set(i, delays.get(i) < 0 ? alarm - window[0] : delays.get(i));
                }
            }
            falseAlarms += inside ? 0 : 1;
        }
        return new Score(delays, falseAlarms, 1000.0 * falseAlarms / (values.length - probation()));
    }
}
