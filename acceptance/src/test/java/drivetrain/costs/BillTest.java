package drivetrain.costs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BillTest {
    @Test
    void isATableWhoseLinesAddUp() {
        Bill bill = new Bill("a month", List.of(
                new Line("SQS", 2_500_000, new Price(0.4, 1_000_000, "list", "requests")),
                new Line("CloudWatch", 12, new Price(0.1, 1, "list", "metrics in alarms"))));

        assertThat(bill.markdown()).isEqualTo("""
                | service    | what is billed    |   a month |             price | dollars |
                | ---------- | ----------------- | --------: | ----------------: | ------: |
                | SQS        | requests          | 2,500,000 | $0.40 / 1,000,000 |    1.00 |
                | CloudWatch | metrics in alarms |        12 |             $0.10 |    1.20 |
                | all        |                   |           |                   |    2.20 |
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"7|7", "0|0", "22.704|22.70", "0.0519|0.052",
            "0.00000519|0.0000052", "8820.8|8,821"})
    void writesQuantitiesWithWhatDigitsTheyNeed(double quantity, String text) {
        assertThat(Bill.number(quantity)).isEqualTo(text);
    }
}
