export const standingTexts = {
  'standing.in_review': 'In review',
  'standing.returned': 'Returned',
  'standing.accepted': 'Accepted',
  'standing.who': '{{status}}: {{name}}, {{day}}',
  'standing.note': '{{status}}: {{name}}, {{day}}. “{{note}}”',

  'export.adjudicated': 'Adjudicated: what reviewers decided',

  'blind.dialog': 'Hide or show colleagues’ annotations',
  'blind.title': 'Colleagues’ annotations',
  'blind.on': 'Hidden until my own set is done',
  'blind.on.detail': 'Nobody is led by what others marked: agreement means something.',
  'blind.off': 'Shown at any time',
  'blind.off.detail': 'For training and for talking about articles. What is coded after seeing others’ labels does not count in agreement.',
  'blind.help': 'For everybody in this project. It hides what is in the project’s folder and does not encrypt it.',
  'blind.example': 'An example from an article that you have not finished.',
  'blind.uses_one': '1 set of a colleague is hidden until you are done with its article, and is not counted.',
  'blind.uses_other': '{{count, number}} sets of colleagues are hidden until you are done with their articles, and are not counted.',
  'blind.export_one': '1 set of a colleague is hidden until you are done with its article, and was left out.',
  'blind.export_other': '{{count, number}} sets of colleagues are hidden until you are done with their articles, and were left out.',
} as const
