package dev.rapport.examples.quickstart;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the main job writes about the sample, made once for all the tests that only read it. */
final class SamplePlan {

    private static final Map<List<String>, Path> FOLDERS = new HashMap<>();

    private SamplePlan() {}

    /** The folder with the plan. */
    static Path of() {
        return of(List.of());
    }

    /** The folder with the plan that tells what changed since a date. */
    static Path since(String date) {
        return of(List.of("--compare-to", date));
    }

    /** The folder with the plan of so many consumers. */
    static Path ofConsumers(int customers) {
        return of(List.of("--b2c", "--customers", Integer.toString(customers)));
    }

    private static synchronized Path of(List<String> options) {
        return FOLDERS.computeIfAbsent(options, absent -> {
            Path folder = Path.of("target", "sample-plan" + String.join("-", options));
            Object[] line = new Object[options.size() + 2];
            line[0] = "--out";
            line[1] = folder;
            for (int i = 0; i < options.size(); i++) {
                line[i + 2] = options.get(i);
            }
            Run.ok(line);
            return folder;
        });
    }
}
