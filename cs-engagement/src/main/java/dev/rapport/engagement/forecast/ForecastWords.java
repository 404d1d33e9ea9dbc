package dev.rapport.engagement.forecast;

import dev.rapport.engagement.forecast.ForecastLine.Basis;
import dev.rapport.engagement.forecast.KeptRevenue.Method;
import java.util.ArrayList;
import java.util.List;

/** Says what a forecast rests on. */
final class ForecastWords {

    private ForecastWords() {}

    static List<String> of(RenewalForecast forecast) {
        List<String> words = new ArrayList<>();
        long byModel = count(forecast, Basis.MODEL);
        long byRules = count(forecast, Basis.RULES);
        long unknown = count(forecast, Basis.UNKNOWN);
        if (byModel > 0) {
            words.add(decisions(byModel) + " by a model that was fitted to this book and passed its gate.");
        }
        if (byRules > 0) {
            words.add(decisions(byRules) + " by the declared rules of churn risk, which are not fitted to this book.");
        }
        if (unknown > 0) {
            words.add(decisions(unknown) + " without a known risk: "
                    + Math.round(100 * forecast.policy().keptIfUnknown()) + " % are taken to be kept, as the policy "
                    + forecast.policy().header().id() + " declares.");
        }
        if (!forecast.untold().isEmpty()) {
            words.add(forecast.untold().size() + (forecast.untold().size() == 1 ? " contract does" : " contracts do")
                    + " not tell the revenue and " + (forecast.untold().size() == 1 ? "is" : "are") + " left out.");
        }
        Method method = forecast.total().method();
        if (method == Method.SIMULATED) {
            words.add("Worst, likely and best case are from 10,000 draws.");
        } else if (method == Method.NORMAL) {
            words.add("Worst, likely and best case are rounded to a bell curve, there are so many decisions.");
        }
        return List.copyOf(words);
    }

    private static long count(RenewalForecast forecast, Basis basis) {
        return forecast.lines().stream().filter(line -> line.basis() == basis).count();
    }

    private static String decisions(long count) {
        return count == 1 ? "1 decision is forecast" : count + " decisions are forecast";
    }
}
