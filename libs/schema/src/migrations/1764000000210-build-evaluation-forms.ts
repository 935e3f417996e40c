import { type MigrationInterface, type QueryRunner, Table, TableColumn, TableIndex } from 'typeorm';
import { createTables, dropTables, references } from '../tables';

const id = (table: string) => ({
  name: 'id',
  type: 'varchar',
  length: '36',
  isPrimary: true,
  primaryKeyConstraintName: `pk_${table}`,
});
const reference = (name: string, isNullable = false) => ({ name, type: 'varchar', length: '36', isNullable });
const words = (name: string, length: number, isNullable = false) => ({
  name,
  type: 'varchar',
  length: String(length),
  isNullable,
});
const instant = (name: string, isNullable = false) => ({ name, type: 'datetime', precision: 3, isNullable });
const whole = (name: string, isNullable = false) => ({ name, type: 'integer', isNullable });

const FORMS = [
  new Table({
    name: 'evaluation_forms',
    columns: [
      id('evaluation_forms'),
      reference('course_id'),
      whole('version'),
      instant('published_at', true),
      instant('created_at'),
    ],
    indices: [{ name: 'ix_evaluation_forms_course_id_version', columnNames: ['course_id', 'version'], isUnique: true }],
    foreignKeys: [references('evaluation_forms', 'course_id', 'courses')],
  }),
  new Table({
    name: 'questions',
    columns: [
      id('questions'),
      reference('course_id', true),
      words('kind', 20),
      words('wording', 500),
      { name: 'options', type: 'json', isNullable: true },
      whole('minimum', true),
      whole('maximum', true),
      words('low_label', 60, true),
      words('high_label', 60, true),
      instant('created_at'),
      instant('retired_at', true),
    ],
    indices: [{ name: 'ix_questions_course_id', columnNames: ['course_id'] }],
    foreignKeys: [references('questions', 'course_id', 'courses')],
  }),
  new Table({
    name: 'form_questions',
    columns: [
      id('form_questions'),
      reference('form_id'),
      whole('position'),
      reference('statement_id', true),
      reference('question_id', true),
      { name: 'stages', type: 'json' },
      { name: 'is_required', type: 'boolean' },
      words('help', 300, true),
    ],
    indices: [
      { name: 'ix_form_questions_form_id_position', columnNames: ['form_id', 'position'], isUnique: true },
      { name: 'ix_form_questions_statement_id', columnNames: ['statement_id'] },
      { name: 'ix_form_questions_question_id', columnNames: ['question_id'] },
    ],
    foreignKeys: [
      references('form_questions', 'form_id', 'evaluation_forms'),
      references('form_questions', 'statement_id', 'outcome_statements'),
      references('form_questions', 'question_id', 'questions'),
    ],
  }),
];

const ANSWERS = [
  new Table({
    name: 'question_answers',
    columns: [id('question_answers'), reference('response_id'), reference('question_id'), whole('value')],
    indices: [
      {
        name: 'ix_question_answers_response_id_question_id_value',
        columnNames: ['response_id', 'question_id', 'value'],
        isUnique: true,
      },
      { name: 'ix_question_answers_question_id_value', columnNames: ['question_id', 'value'] },
    ],
    foreignKeys: [
      references('question_answers', 'response_id', 'responses'),
      references('question_answers', 'question_id', 'questions'),
    ],
  }),
  new Table({
    name: 'text_answers',
    columns: [
      id('text_answers'),
      reference('response_id'),
      reference('question_id'),
      { name: 'text', type: 'text' },
      words('state', 20),
      instant('created_at'),
    ],
    indices: [
      {
        name: 'ix_text_answers_response_id_question_id',
        columnNames: ['response_id', 'question_id'],
        isUnique: true,
      },
      { name: 'ix_text_answers_question_id', columnNames: ['question_id'] },
      { name: 'ix_text_answers_state_created_at', columnNames: ['state', 'created_at'] },
    ],
    foreignKeys: [
      references('text_answers', 'response_id', 'responses'),
      references('text_answers', 'question_id', 'questions'),
    ],
  }),
  new Table({
    name: 'answer_drafts',
    columns: [
      id('answer_drafts'),
      reference('response_id'),
      words('field', 80),
      { name: 'value', type: 'text' },
      instant('saved_at'),
    ],
    indices: [
      { name: 'ix_answer_drafts_response_id_field', columnNames: ['response_id', 'field'], isUnique: true },
      { name: 'ix_answer_drafts_saved_at', columnNames: ['saved_at'] },
    ],
    foreignKeys: [references('answer_drafts', 'response_id', 'responses')],
  }),
  new Table({
    name: 'answering_rooms',
    columns: [
      id('answering_rooms'),
      reference('event_id'),
      words('digits', 4, true),
      instant('opened_at', true),
      instant('created_at'),
    ],
    indices: [
      { name: 'ix_answering_rooms_event_id', columnNames: ['event_id'], isUnique: true },
      { name: 'ix_answering_rooms_digits', columnNames: ['digits'], isUnique: true },
    ],
    foreignKeys: [references('answering_rooms', 'event_id', 'events')],
  }),
];

const FORM_OF_RESPONSE = new TableIndex({ name: 'ix_responses_form_id', columnNames: ['form_id'] });
const OF_RESPONSES = [
  new TableColumn(reference('form_id', true)),
  new TableColumn(words('source', 10, true)),
  new TableColumn(instant('quote_consent_at', true)),
];

export class BuildEvaluationForms1764000000210 implements MigrationInterface {
  name = 'BuildEvaluationForms1764000000210';

  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, FORMS);
    await runner.addColumns(
      'responses',
      OF_RESPONSES.map((column) => column.clone()),
    );
    await runner.createIndex('responses', FORM_OF_RESPONSE.clone());
    await runner.createForeignKey('responses', references('responses', 'form_id', 'evaluation_forms'));
    await createTables(runner, ANSWERS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, ANSWERS);
    await runner.dropForeignKey('responses', 'fk_responses_form_id');
    await runner.dropIndex('responses', FORM_OF_RESPONSE.name ?? '');
    await runner.dropColumns(
      'responses',
      OF_RESPONSES.map(({ name }) => name),
    );
    await dropTables(runner, FORMS);
  }
}
