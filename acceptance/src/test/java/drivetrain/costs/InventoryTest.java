package drivetrain.costs;

import static org.assertj.core.api.Assertions.assertThat;

import drivetrain.acceptance.LocalSystem;
import org.junit.jupiter.api.Test;

class InventoryTest {
    @Test
    void countsTheMetricsOfAlarmsDashboardsAndSecrets() {
        Inventory inventory = Inventory.parse("""
                Parameters:
                  LogRetentionDays: {Type: Number, Default: 30}
                Resources:
                  One:
                    Type: AWS::CloudWatch::Alarm
                    Properties: {MetricName: Errors}
                  Ratio:
                    Type: AWS::CloudWatch::Alarm
                    Properties:
                      Metrics:
                        - {Id: all, Expression: a / b}
                        - {Id: a, MetricStat: {Metric: {MetricName: !Ref A}}}
                        - {Id: b, MetricStat: {Metric: {MetricName: !Sub "${B}"}}}
                  Board:
                    Type: AWS::CloudWatch::Dashboard
                  Function:
                    Type: AWS::Serverless::Function
                    Properties:
                      Environment:
                        Key: !Sub "{{resolve:secretsmanager:${Secret}:SecretString:apiKey}}"
                        Other: !Sub "{{resolve:secretsmanager:${Secret}:SecretString:webhook}}"
                """);

        assertThat(inventory).isEqualTo(new Inventory(3, 1, 1, 30));
    }

    @Test
    void readsTheTemplateOfThisProject() {
        Inventory inventory = Inventory.of(LocalSystem.templateOfThisProject());

        assertThat(inventory.alarmMetrics()).isGreaterThan(5);
        assertThat(inventory.dashboards()).isEqualTo(1);
        assertThat(inventory.secrets()).isEqualTo(2);
    }
}
