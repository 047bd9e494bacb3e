import type { phraseFr } from './phrase-fr.ts';

type Words = typeof phraseFr;

export const phraseEs: Words = {
  title: 'Palabras para volver',
  lead: (reference) =>
    `Si deja deprisa esta página, podrá continuar aquí o en otro dispositivo, con la referencia ${reference} y unas palabras que usted elige. Es facultativo.`,
  label: 'Sus palabras',
  help: 'Al menos 8 letras, fáciles de recordar y que nadie a su alrededor adivinaría. No podremos recordárselas.',
  tooShort: 'Elija palabras más largas o más variadas: al menos 8 letras.',
  keep: 'Guardar estas palabras',
  cancel: 'Cancelar',
  back: {
    title: 'Retomar una conversación',
    lead: 'Para quien dejó deprisa la página después de elegir palabras para volver.',
    reference: 'Referencia',
    referenceHelp: 'Por ejemplo: C-1001',
    label: 'Las palabras que había elegido',
    submit: 'Retomar',
    trying: 'Un momento…',
    home: 'Volver al inicio',
    referenceWrong: 'La referencia es la letra C y un número, por ejemplo C-1001.',
    phraseMissing: 'Escriba las palabras que había elegido.',
    refused: 'Esta referencia y estas palabras no abren nada. Puede abrir una conversación nueva.',
    over: 'Estas palabras son correctas, pero la conversación ha terminado. Abra una nueva.',
    limited: 'Demasiados intentos. Espere una hora o abra una conversación nueva.',
    unreachable: 'No logramos contactar con el servicio. Compruebe su conexión e inténtelo de nuevo.',
  },
};

export const phraseDe: Words = {
  title: 'Wörter zum Zurückkommen',
  lead: (reference) =>
    `Wenn Sie diese Seite schnell verlassen, können Sie hier oder auf einem anderen Gerät weitermachen, mit der Referenz ${reference} und Wörtern, die Sie wählen. Das ist freiwillig.`,
  label: 'Ihre Wörter',
  help: 'Mindestens 8 Buchstaben, leicht zu merken, und die niemand in Ihrer Nähe erraten würde. Wir können Sie nicht daran erinnern.',
  tooShort: 'Wählen Sie längere oder abwechslungsreichere Wörter: mindestens 8 Buchstaben.',
  keep: 'Diese Wörter behalten',
  cancel: 'Abbrechen',
  back: {
    title: 'Ein Gespräch fortsetzen',
    lead: 'Für alle, die die Seite schnell verlassen und vorher Wörter zum Zurückkommen gewählt haben.',
    reference: 'Referenz',
    referenceHelp: 'Zum Beispiel: C-1001',
    label: 'Die Wörter, die Sie gewählt hatten',
    submit: 'Fortsetzen',
    trying: 'Einen Augenblick…',
    home: 'Zurück zur Startseite',
    referenceWrong: 'Die Referenz ist der Buchstabe C und eine Zahl, zum Beispiel C-1001.',
    phraseMissing: 'Schreiben Sie die Wörter, die Sie gewählt hatten.',
    refused: 'Diese Referenz und diese Wörter öffnen nichts. Sie können ein neues Gespräch beginnen.',
    over: 'Diese Wörter sind richtig, aber das Gespräch ist beendet. Beginnen Sie ein neues.',
    limited: 'Zu viele Versuche. Warten Sie eine Stunde oder beginnen Sie ein neues Gespräch.',
    unreachable:
      'Wir erreichen den Dienst nicht. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
  },
};

export const phraseIt: Words = {
  title: 'Parole per tornare',
  lead: (reference) =>
    `Se lascia in fretta questa pagina, potrà continuare qui o su un altro dispositivo, con il riferimento ${reference} e parole scelte da lei. È facoltativo.`,
  label: 'Le sue parole',
  help: 'Almeno 8 lettere, facili da ricordare e che nessuno intorno a lei indovinerebbe. Non potremo ricordargliele.',
  tooShort: 'Scelga parole più lunghe o più varie: almeno 8 lettere.',
  keep: 'Conservare queste parole',
  cancel: 'Annullare',
  back: {
    title: 'Riprendere una conversazione',
    lead: 'Per chi ha lasciato in fretta la pagina dopo avere scelto parole per tornare.',
    reference: 'Riferimento',
    referenceHelp: 'Per esempio: C-1001',
    label: 'Le parole che aveva scelto',
    submit: 'Riprendere',
    trying: 'Un momento…',
    home: 'Tornare alla pagina iniziale',
    referenceWrong: 'Il riferimento è la lettera C e un numero, per esempio C-1001.',
    phraseMissing: 'Scriva le parole che aveva scelto.',
    refused: 'Questo riferimento e queste parole non aprono nulla. Può aprire una nuova conversazione.',
    over: 'Queste parole sono giuste, ma la conversazione è terminata. Ne apra una nuova.',
    limited: 'Troppi tentativi. Aspetti un’ora o apra una nuova conversazione.',
    unreachable: 'Non riusciamo a raggiungere il servizio. Controlli la connessione, poi riprovi.',
  },
};

export const phrasePt: Words = {
  title: 'Palavras para voltar',
  lead: (reference) =>
    `Se deixar esta página à pressa, poderá continuar aqui ou noutro aparelho, com a referência ${reference} e palavras escolhidas por si. É facultativo.`,
  label: 'As suas palavras',
  help: 'Pelo menos 8 letras, fáceis de lembrar e que ninguém à sua volta adivinharia. Não poderemos lembrá-las.',
  tooShort: 'Escolha palavras mais longas ou mais variadas: pelo menos 8 letras.',
  keep: 'Guardar estas palavras',
  cancel: 'Cancelar',
  back: {
    title: 'Retomar uma conversa',
    lead: 'Para quem deixou a página à pressa depois de escolher palavras para voltar.',
    reference: 'Referência',
    referenceHelp: 'Por exemplo: C-1001',
    label: 'As palavras que tinha escolhido',
    submit: 'Retomar',
    trying: 'Um momento…',
    home: 'Voltar ao início',
    referenceWrong: 'A referência é a letra C e um número, por exemplo C-1001.',
    phraseMissing: 'Escreva as palavras que tinha escolhido.',
    refused: 'Esta referência e estas palavras não abrem nada. Pode abrir uma nova conversa.',
    over: 'Estas palavras estão certas, mas a conversa terminou. Abra uma nova.',
    limited: 'Demasiadas tentativas. Espere uma hora ou abra uma nova conversa.',
    unreachable: 'Não conseguimos contactar o serviço. Verifique a ligação e tente de novo.',
  },
};

export const phraseAr: Words = {
  title: 'كلمات للعودة',
  lead: (reference) =>
    `إذا غادرت هذه الصفحة بسرعة، يمكنك المتابعة هنا أو على جهاز آخر، بالمرجع ${reference} وبكلمات تختارها. هذا اختياري.`,
  label: 'كلماتك',
  help: 'ثمانية أحرف على الأقل، سهلة التذكّر ولا يخمّنها أحد حولك. لن نستطيع تذكيرك بها.',
  tooShort: 'اختر كلمات أطول أو أكثر تنوعاً: ثمانية أحرف على الأقل.',
  keep: 'حفظ هذه الكلمات',
  cancel: 'إلغاء',
  back: {
    title: 'متابعة محادثة',
    lead: 'لمن غادر الصفحة بسرعة بعد أن اختار كلمات للعودة.',
    reference: 'المرجع',
    referenceHelp: 'مثلاً: C-1001',
    label: 'الكلمات التي اخترتها',
    submit: 'متابعة',
    trying: 'لحظة…',
    home: 'العودة إلى الصفحة الرئيسية',
    referenceWrong: 'المرجع هو الحرف C ثم رقم، مثلاً C-1001.',
    phraseMissing: 'اكتب الكلمات التي اخترتها.',
    refused: 'هذا المرجع وهذه الكلمات لا تفتح شيئاً. يمكنك بدء محادثة جديدة.',
    over: 'هذه الكلمات صحيحة، لكن المحادثة انتهت. ابدأ محادثة جديدة.',
    limited: 'محاولات كثيرة جداً. انتظر ساعة، أو ابدأ محادثة جديدة.',
    unreachable: 'لا نستطيع الوصول إلى الخدمة. تحقق من اتصالك ثم حاول من جديد.',
  },
};

export const phraseUk: Words = {
  title: 'Слова для повернення',
  lead: (reference) =>
    `Якщо ви швидко залишите цю сторінку, ви зможете продовжити тут або на іншому пристрої, за номером ${reference} і словами, які виберете самі. Це не обов’язково.`,
  label: 'Ваші слова',
  help: 'Щонайменше 8 літер, легкі для запам’ятовування, яких ніхто поруч не вгадає. Ми не зможемо їх вам нагадати.',
  tooShort: 'Виберіть довші або різноманітніші слова: щонайменше 8 літер.',
  keep: 'Зберегти ці слова',
  cancel: 'Скасувати',
  back: {
    title: 'Продовжити розмову',
    lead: 'Для тих, хто швидко залишив сторінку, вибравши слова для повернення.',
    reference: 'Номер',
    referenceHelp: 'Наприклад: C-1001',
    label: 'Слова, які ви вибрали',
    submit: 'Продовжити',
    trying: 'Хвилинку…',
    home: 'На головну сторінку',
    referenceWrong: 'Номер — це літера C і число, наприклад C-1001.',
    phraseMissing: 'Напишіть слова, які ви вибрали.',
    refused: 'Цей номер і ці слова нічого не відкривають. Ви можете почати нову розмову.',
    over: 'Ці слова правильні, але розмову завершено. Почніть нову.',
    limited: 'Забагато спроб. Зачекайте годину або почніть нову розмову.',
    unreachable: 'Не вдається зв’язатися зі службою. Перевірте з’єднання і спробуйте ще раз.',
  },
};

export const phraseZh: Words = {
  title: '用于返回的词句',
  lead: (reference) =>
    `如果您匆忙离开此页面，可以在这里或另一台设备上，凭编号 ${reference} 和您选择的词句继续。这不是必须的。`,
  label: '您的词句',
  help: '至少 8 个字，容易记住，而且您身边没有人会猜到。我们无法提醒您。',
  tooShort: '请选择更长或更多样的词句：至少 8 个字。',
  keep: '保留这些词句',
  cancel: '取消',
  back: {
    title: '继续对话',
    lead: '适用于选择了返回词句后匆忙离开页面的人。',
    reference: '编号',
    referenceHelp: '例如：C-1001',
    label: '您当时选择的词句',
    submit: '继续',
    trying: '请稍候…',
    home: '返回首页',
    referenceWrong: '编号是字母 C 加数字，例如 C-1001。',
    phraseMissing: '请写出您当时选择的词句。',
    refused: '此编号和这些词句无法打开任何对话。您可以开始新的对话。',
    over: '词句正确，但对话已结束。请开始新的对话。',
    limited: '尝试次数过多。请等待一小时，或开始新的对话。',
    unreachable: '我们无法连接到服务。请检查您的网络连接，然后重试。',
  },
};
